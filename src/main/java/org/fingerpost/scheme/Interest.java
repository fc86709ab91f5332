package org.fingerpost.scheme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody may like or want, as a tag of activities. Words: {@code interest.<CODE>}.
 *
 * <p>What a person says is kept in their own words; the stems find the tag behind a word in English and Welsh, at the word's
 * beginning. It is a hint that puts activities in order and never shuts one out.
 */
public enum Interest {
  ANIMALS("animal", "dog", "horse", "anifail", "ci ", "ceffyl"),
  ANIMATION("animat", "cartoon", "animeiddi"),
  CIRCUS("circus", "acrobat", "juggl", "trapeze", "syrcas"),
  COMPANY("company", "friend", "people", "lonel", "together", "cwmni", "ffrind", "pobl"),
  COMPUTERS("comput", "technolog", "coding", "cyfrifiadur"),
  CONVERSATION("talk", "chat", "listen", "conversation", "siarad", "sgwrs"),
  COOKING("cook", "bak", "recipe", "cogin", "pobi"),
  CRAFTS("craft", "knit", "sew", "mend", "making", "creft", "gwau", "gwnïo"),
  DRAWING("draw", "paint", "sketch", "arlun", "peintio"),
  FOOD("food", "lunch", "meal", "bwyd", "cinio"),
  GAMES("game", "chess", "gêm", "gemau"),
  GARDENING("garden", "allotment", "plant", "gardd", "rhandir"),
  HEALTH("health", "pain", "breath", "iechyd", "poen", "anadl"),
  LEARNING("learn", "course", "class", "dysgu", "cwrs"),
  MONEY_HELP("debt", "benefit", "bill", "rent", "dyled", "budd-dal", "rhent"),
  MUSIC("music", "guitar", "piano", "drum", "band", "cerddor", "gitâr"),
  NATURE("nature", "bird", "outdoor", "curlew", "wood", "river", "natur", "adar", "awyr agored"),
  PHOTOGRAPHY("photo", "camera", "ffoto"),
  POTTERY("potter", "clay", "crochen", "clai"),
  RAPPING("rap"),
  SINGING("sing", "song", "choir", "canu", "côr", "caneuon"),
  SPORT("sport", "swim", "football", "gym", "exercise", "nofio", "pêl-droed", "chwarae"),
  VOLUNTEERING("volunteer", "gwirfodd"),
  WALKING("walk", "rambl", "hik", "cerdded"),
  WORK("job", "employ", "career", "swydd", "gwaith"),
  WRITING("writ", "poe", "stor", "ysgrif", "barddon");

  private final List<String> stems;

  Interest(String... stems) {
    this.stems = List.of(stems);
  }

  /** The tags that words speak of, in order. */
  public static List<Interest> spokenOfIn(String words) {
    if (words == null || words.isBlank()) {
      return List.of();
    }
    String text = ' ' + words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}-]+", " ") + ' ';
    return Arrays.stream(values())
        .filter(interest -> interest.stems.stream().anyMatch(stem -> text.contains(' ' + stem)))
        .toList();
  }
}
