package org.fingerpost.rights;

import org.fingerpost.platform.DailyWork;
import org.springframework.stereotype.Component;

/** Brings up requests whose month is over, and deletes answers that could be fetched long enough. */
@Component
class RightsRound implements DailyWork {

  private final Requests requests;
  private final Answers answers;

  RightsRound(Requests requests, Answers answers) {
    this.requests = requests;
    this.answers = answers;
  }

  @Override
  public int begin() {
    return requests.bringUpOverdue() + answers.deleteExpired();
  }
}
