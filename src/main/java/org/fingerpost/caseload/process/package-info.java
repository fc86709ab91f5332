/** The workflow engine's side of finding a link worker, waiting for one, and passing work on. */
package org.fingerpost.caseload.process;
