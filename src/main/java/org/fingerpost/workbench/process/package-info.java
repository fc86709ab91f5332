/** The workflow engine's side of changes to models: thin, one use case each. */
package org.fingerpost.workbench.process;
