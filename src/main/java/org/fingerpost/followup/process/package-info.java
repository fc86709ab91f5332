/** The steps and forms of follow-up: thin, one use case each. */
package org.fingerpost.followup.process;
