/** The year of invented work that a demo begins with: a copy of a database, moved to end at the day it is loaded. */
package org.fingerpost.demo.year;
