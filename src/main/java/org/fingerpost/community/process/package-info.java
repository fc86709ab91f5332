/** The workflow engine's side of groups: thin, one use case each. */
package org.fingerpost.community.process;
