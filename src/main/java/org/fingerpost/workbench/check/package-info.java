/** What is checked before a model may be proposed, and what differs between two versions of one, both in sentences. */
package org.fingerpost.workbench.check;
