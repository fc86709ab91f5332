/** The pages of changes to models: proposing, agreeing, going back, and moving the referrals that are under way. */
package org.fingerpost.workbench.web;
