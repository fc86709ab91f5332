/** The demo's hold on the workflow engine: timers that fire when a visitor moves the clock. */
package org.fingerpost.demo.process;
