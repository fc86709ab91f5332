/**
 * The database under everything: a durable PostgreSQL of our own when none is configured, the check that either kind is
 * durable, and the migrations that Java has to carry out.
 */
package org.fingerpost.platform.database;
