/** What every page has in common: the frame around it, and the way refused answers are said on it. */
package org.fingerpost.platform.web;
