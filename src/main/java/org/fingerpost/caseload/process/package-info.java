/** The workflow engine's side of finding a link worker. */
package org.fingerpost.caseload.process;
