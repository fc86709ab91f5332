/** What a draft would have meant: past decisions and recorded paths run against it, and examples that its tables must answer. */
package org.fingerpost.workbench.replay;
