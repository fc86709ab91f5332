/** The workflow engine's side of the referral: the port that drives it and the delegates it drives us with. */
package org.fingerpost.referral.process;
