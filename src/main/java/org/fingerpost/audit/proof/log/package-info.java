/** The log's formats in plain Java, for the product and for the command that checks a pack without it: RFC 9162, RFC 8785, C2SP. */
package org.fingerpost.audit.proof.log;
