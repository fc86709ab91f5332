/** The pages of applications: for applicants by link, for officers who fill in, for staff who read. */
package org.fingerpost.questionnaire.web;
