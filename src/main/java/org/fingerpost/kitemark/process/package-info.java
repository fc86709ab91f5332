/** The workflow engine's side of the kite mark: thin, one use case each. */
package org.fingerpost.kitemark.process;
