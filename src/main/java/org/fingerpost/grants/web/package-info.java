/** The pages of small grants: a group's own by its link, and the fund's for the panel and the community officers. */
package org.fingerpost.grants.web;
