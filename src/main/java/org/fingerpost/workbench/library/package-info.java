/** The library: every model in force and before, what it says in words, and where people are in it. */
package org.fingerpost.workbench.library;
