/** What every page shares: the language of a request and the message bundles. */
package org.fingerpost.platform.web;
