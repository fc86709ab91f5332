/** The workflow engine's side of small grants: thin, one use case each. */
package org.fingerpost.grants.process;
