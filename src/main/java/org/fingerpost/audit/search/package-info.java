/** Finds any case or entry for an auditor: by reference, by who, by day, by stage, by rule, by version, by act. */
package org.fingerpost.audit.search;
