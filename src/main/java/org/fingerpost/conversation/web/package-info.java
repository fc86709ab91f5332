/** The letter to be printed, and the page on which a referrer supplies better contact details. */
package org.fingerpost.conversation.web;
