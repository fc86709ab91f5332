/** What both doors share: receiving once however often one asks, limits per address, and the links people are given. */
package org.fingerpost.intake.receiving;
