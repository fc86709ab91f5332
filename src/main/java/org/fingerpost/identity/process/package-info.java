/** The bridge between our sign-in and the engine's webapps. */
package org.fingerpost.identity.process;
