package org.fingerpost.scheme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a person needs to be able to take part. Words: {@code access-need.<CODE>}.
 *
 * <p>A referrer describes it in words; the stems find the code behind the words in English and Welsh. It is a hint that puts
 * activities in order and never shuts one out.
 */
public enum AccessNeed {
  STEP_FREE("wheelchair", "walking frame", "stair", "step-free", "gadair olwyn", "grisiau"),
  HEARING_LOOP("hearing", "deaf", "clyw", "byddar"),
  QUIET("quiet", "autis", "noise", "crowd", "tawel", "sŵn", "awtis"),
  CHAPERONE("chaperone", "come with", "supervis", "hebrwng", "yn gwmni"),
  TRANSPORT("transport", "cannot drive", "lift there", "no car", "cludiant", "ddim yn gyrru"),
  INTERPRETER("interpreter", "cyfieithydd");

  private final List<String> stems;

  AccessNeed(String... stems) {
    this.stems = List.of(stems);
  }

  /** The codes that words speak of, in order. */
  public static List<AccessNeed> spokenOfIn(String words) {
    if (words == null) {
      return List.of();
    }
    String text = words.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(need -> need.stems.stream().anyMatch(text::contains)).toList();
  }
}
