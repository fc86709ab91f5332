/** Where referrals are kept. */
package org.fingerpost.referral.persistence;
