/** The pages about groups: asking for support, telling an idea, what is being done, what is missing, and evidence of demand. */
package org.fingerpost.community.web;
