package org.fingerpost.questionnaire;

import java.util.UUID;

/** The port to the process that finds an officer for a request for help. */
public interface HelpProcess {

  /**
   * @param reference of the application; the business key
   * @return the id of the process instance
   */
  String start(UUID helpId, String reference, String schemeId);

  /** The application was sent: whoever was to answer need not any more. */
  void applicationSent(String processInstanceId);
}
