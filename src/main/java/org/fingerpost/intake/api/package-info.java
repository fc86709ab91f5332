/** Referrals as JSON, for systems that send them. */
package org.fingerpost.intake.api;
