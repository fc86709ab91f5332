/** The steps and forms of recording the outcome: thin, one use case each. */
package org.fingerpost.outcome.process;
