/** Checks packs of evidence on any machine with Java: no database, no Spring, nothing fetched. */
package org.fingerpost.audit.proof.offline;
