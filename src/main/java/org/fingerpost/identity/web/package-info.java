/** Signing in, and who may open which address. */
package org.fingerpost.identity.web;
