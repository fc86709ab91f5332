/** The letter to be printed, the page for better contact details, and the plan on a page, on paper, and behind the person's own link. */
package org.fingerpost.conversation.web;
