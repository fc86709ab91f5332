/** Models while they are being changed: what is kept, who is at it, the editors' pages, and the door for Camunda Modeler. */
package org.fingerpost.workbench.draft;
