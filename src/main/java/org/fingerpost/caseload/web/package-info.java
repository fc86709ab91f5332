/** The team lead's page: who has how much in hand, who waits, who is away, and what to do about it. */
package org.fingerpost.caseload.web;
