package org.fingerpost.community;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way in for an idea for a group that does not exist yet. */
@Component
public class StartingGroup {

  private final Receiving receiving;

  StartingGroup(Receiving receiving) {
    this.receiving = receiving;
  }

  /**
   * Takes the idea, puts it before the community officers of the scheme and lets whoever had it know.
   *
   * @return the reference, NG-…
   * @throws org.fingerpost.platform.InvalidInput if there is no name, or nothing by which whoever had it can be reached
   */
  @Transactional
  public String begin(Idea idea) {
    return receiving.receive(GroupKind.START, idea, null, "community.idea-received");
  }
}
