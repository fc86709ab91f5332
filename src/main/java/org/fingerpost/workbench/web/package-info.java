/** The workbench's pages. */
package org.fingerpost.workbench.web;
