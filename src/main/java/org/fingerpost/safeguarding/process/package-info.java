/** The workflow engine's side of safeguarding: thin, one use case each. */
package org.fingerpost.safeguarding.process;
