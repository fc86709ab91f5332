package org.fingerpost.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a small valid scheme; a test changes what it is about. */
public final class SchemeFolder {

  private static final String SCHEME =
      """
      id: hillshire
      name: {en: Social Prescribing in Hillshire, cy: Presgripsiynu Cymdeithasol yn Hillshire}
      workerTitle: {en: Community connector, cy: Cysylltydd cymunedol}
      whoFor: {en: Anybody in Hillshire., cy: Unrhyw un yn Hillshire.}
      contact: {en: Write to hillshire@example.org., cy: Ysgrifennwch at hillshire@example.org.}
      defaultLanguage: en
      ages:
        minimum: 16
      kiteMarkAsked: false
      calendar:
        bankHolidays: england-and-wales
        closedDays: [2026-12-29]
      sources:
        - {code: GENERAL_PRACTICE, liveFrom: 2026-04-01}
        - code: LIBRARY
          name: {en: Library, cy: Llyfrgell}
          liveFrom: not-yet
      wording:
        greeting: {en: "You're welcome, {0}", cy: "Mae croeso i chi, {0}"}
      """;

  private static final String AREAS =
      """
      code,name_en,name_cy,parent,postcode_prefixes,live_from
      HILLS,Hills,Bryniau,,,2026-04-01
      UPPER_HILLS,Upper Hills,Bryniau Uchaf,HILLS,ZZ1 ZZ2-1,2026-04-01
      LOWER_HILLS,Lower Hills,Bryniau Isaf,HILLS,ZZ2,not-yet
      """;

  private static final String ORGANISATIONS =
      """
      organisation_id,name,email,phone,legal_form,invented
      hill-walkers,"Walkers, of the Hills",walkers@example.org,01632 960900,UNCONSTITUTED_GROUP,true
      """;

  private static final String ACTIVITIES =
      """
      activity_id,organisation_id,name_en,name_cy,needs,areas,minimum_age,maximum_age,format,weekdays,places
      hill-walk,hill-walkers,Hill walk,Taith gerdded,NATURE PHYSICAL_ACTIVITY,HILLS,16,,GROUP,SUNDAY MONDAY,5
      """;

  private final Path path;

  private SchemeFolder(Path path) {
    this.path = path;
  }

  public static SchemeFolder in(Path parent) {
    try {
      return new SchemeFolder(Files.createDirectories(parent.resolve("hillshire")))
          .with("scheme.yaml", SCHEME)
          .with("areas.csv", AREAS)
          .with("organisations.csv", ORGANISATIONS)
          .with("activities.csv", ACTIVITIES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  public SchemeFolder with(String file, String text) {
    return with(file, text, StandardCharsets.UTF_8);
  }

  public SchemeFolder with(String file, String text, Charset charset) {
    try {
      Files.write(path.resolve(file), text.getBytes(charset));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SchemeFolder without(String file) {
    try {
      Files.delete(path.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text that must be there. */
  public SchemeFolder change(String file, String from, String to) {
    try {
      String text = Files.readString(path.resolve(file));
      if (!text.contains(from)) {
        throw new IllegalArgumentException(file + " has no '" + from + "'");
      }
      return with(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
