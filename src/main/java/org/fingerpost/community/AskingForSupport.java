package org.fingerpost.community;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way in for a group that needs help to be open to everybody or to last. */
@Component
public class AskingForSupport {

  private final Receiving receiving;

  AskingForSupport(Receiving receiving) {
    this.receiving = receiving;
  }

  /**
   * Takes the request, puts it before the community officers of the scheme and lets the group know.
   *
   * @return the reference, SG-…
   * @throws org.fingerpost.platform.InvalidInput if there is no name, or nothing by which the group can be reached though it asks
   *     itself
   */
  @Transactional
  public String ask(SupportAsked asked) {
    var like =
        new Idea(
            asked.schemeId(),
            asked.groupName(),
            asked.areaCode(),
            List.of(),
            null,
            asked.words(),
            asked.contact(),
            asked.language(),
            asked.askedBy());
    return receiving.receive(GroupKind.SUPPORT, like, asked.organisationId(), "community.support-asked");
  }
}
