/** Proves that nothing in the audit trail was altered: the signed log over all entries, what is bound to it, the check, and packs of evidence. */
package org.fingerpost.audit.proof;
