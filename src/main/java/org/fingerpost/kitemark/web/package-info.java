/** The pages of the kite mark. */
package org.fingerpost.kitemark.web;
