/** The workflow engine's side of deciding a route. */
package org.fingerpost.eligibility.process;
