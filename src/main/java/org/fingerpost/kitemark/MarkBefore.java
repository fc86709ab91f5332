package org.fingerpost.kitemark;

import java.util.Optional;

/** The mark an organisation had before, as the table of levels knows it. */
enum MarkBefore {
  NONE,
  CURRENT,
  EXPIRED,
  /** Suspended, or ended for good: which comes to the same for whoever looks again. */
  SUSPENDED;

  static MarkBefore of(Optional<Award> last) {
    return last.map(
            award ->
                switch (award.status()) {
                  case CURRENT, REPLACED -> CURRENT;
                  case EXPIRED -> EXPIRED;
                  case SUSPENDED, ENDED -> SUSPENDED;
                })
        .orElse(NONE);
  }
}
