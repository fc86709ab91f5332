/** The page on which lookups of deprivation are imported. */
package org.fingerpost.deprivation.web;
