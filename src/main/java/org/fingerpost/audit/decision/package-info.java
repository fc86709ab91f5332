/** Explains any decision that a table had a part in, from what was kept when it was made: for auditors, and for the person it concerns. */
package org.fingerpost.audit.decision;
