/** The administrator's page of measures and their licences. */
package org.fingerpost.outcome.web;
