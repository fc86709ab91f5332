/** The steps and forms of introducing an activity: thin, one use case each. */
package org.fingerpost.introduction.process;
