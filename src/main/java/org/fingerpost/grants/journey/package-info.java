/** The contract between the models of small grants and Java: ids, variables and message names, said once. */
@org.springframework.modulith.NamedInterface("journey")
package org.fingerpost.grants.journey;
