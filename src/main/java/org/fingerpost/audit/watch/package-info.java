/** What an auditor looks for first, as lists: each counted for a period, with links, and as a file. */
package org.fingerpost.audit.watch;
