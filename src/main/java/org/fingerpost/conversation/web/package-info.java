/** The plan on a page, on paper, and behind the person's own link. */
package org.fingerpost.conversation.web;
