/** A change to a model from its proposal until it is in force, going back, and moving referrals in flight to another version. */
package org.fingerpost.workbench.change;
