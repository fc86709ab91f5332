package org.fingerpost.introduction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Counts how often a link is opened. The first time on each node is only remembered, because nearly every link is opened
 * once and the row need not be written for that; every further time is written.
 */
@Component
class LinkUses {

  private final Cache<UUID, Boolean> openedOnce =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofDays(14)).build();

  private final IntroductionRows introductions;

  LinkUses(IntroductionRows introductions) {
    this.introductions = introductions;
  }

  /** Counts an opening. Always {@code true}: whether the link may be used at all is asked before. */
  boolean opened(Introduction introduction) {
    if (openedOnce.getIfPresent(introduction.id()) != null) {
      introductions.opened(introduction.id());
    }
    openedOnce.put(introduction.id(), true);
    return true;
  }
}
