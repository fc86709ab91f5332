/** The pages of safeguarding, for the team leads of a scheme and whoever raised a concern. */
package org.fingerpost.safeguarding.web;
