/**
 * Questionnaires as versioned data, and the applications that answer them page by page: saved as they go, opened again by a link,
 * with documents, with help, and with an officer who may fill in. What an application is for (a kite mark, a grant) says the module
 * that implements {@link org.fingerpost.questionnaire.ApplicationKind}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "scheme", "notification"})
package org.fingerpost.questionnaire;
