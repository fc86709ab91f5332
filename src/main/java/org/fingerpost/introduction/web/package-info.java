/** The page behind a reply link. */
package org.fingerpost.introduction.web;
