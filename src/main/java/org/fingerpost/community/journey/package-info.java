/** The contracts with the processes about groups, one class for each. */
package org.fingerpost.community.journey;
