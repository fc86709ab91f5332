/** The pages: start, the referral form, following and withdrawing a referral. They work without JavaScript. */
package org.fingerpost.intake.web;
