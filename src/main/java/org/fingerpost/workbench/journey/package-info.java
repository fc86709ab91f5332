/** The contract between the model of a change and Java: ids, variables and message names, said once. */
@org.springframework.modulith.NamedInterface("journey")
package org.fingerpost.workbench.journey;
