package org.fingerpost.kitemark;

import org.fingerpost.scheme.KiteMarkLevel;

/** How people may come to an organisation with a mark. Words: {@code kitemark.mode.<CODE>}. */
public enum ReferralMode {
  DIRECT,
  /** Somebody goes along the first time. */
  ACCOMPANIED,
  /** People are told of it and go by themselves. */
  SIGNPOST,
  NONE;

  /** How people usually come at a level. */
  public static ReferralMode usually(KiteMarkLevel level) {
    if (level == KiteMarkLevel.FULL || level == KiteMarkLevel.CONDITIONAL) {
      return DIRECT;
    }
    if (level == KiteMarkLevel.SMALL_GROUP) {
      return ACCOMPANIED;
    }
    return level == KiteMarkLevel.SIGNPOST_ONLY ? SIGNPOST : NONE;
  }
}
