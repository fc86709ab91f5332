/** The staff's list of referrals, and withdrawing one. */
package org.fingerpost.referral.web;
