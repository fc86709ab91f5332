/** What Java and the models of applications have agreed on. */
@org.springframework.modulith.NamedInterface("journey")
package org.fingerpost.questionnaire.journey;
