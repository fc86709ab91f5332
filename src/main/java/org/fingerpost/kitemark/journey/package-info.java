/** The contract between the kite mark's models and Java: ids, variables and message names, said once. */
@org.springframework.modulith.NamedInterface("journey")
package org.fingerpost.kitemark.journey;
