/** The steps and forms of first contact and the what-matters conversation: thin, one use case each. */
package org.fingerpost.conversation.process;
