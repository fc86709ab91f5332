/** The workflow engine's side of applications: thin, one use case each. */
package org.fingerpost.questionnaire.process;
