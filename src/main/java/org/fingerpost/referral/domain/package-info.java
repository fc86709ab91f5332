/** What a referral is and which requests make one: no Spring, no workflow engine. */
package org.fingerpost.referral.domain;
