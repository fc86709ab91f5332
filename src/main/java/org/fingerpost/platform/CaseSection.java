package org.fingerpost.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One section of a person's case, as link workers and team leads read it beside a task and on a page of its own. A module shows what
 * it keeps by implementing this in a component; nobody calls it but the case itself, which has checked the reader's scheme and role
 * and recorded the look before it asks.
 */
public interface CaseSection {

  /** Short and stable, lower case with hyphens; part of the page's anchors. */
  String id();

  /** Lower comes first: contact 10, referral 20, contacts 25, plan 30, introductions 40, follow-up 50, consent 60, others 70, time line 90. */
  int order();

  /** Whether this reader sees the section at all; who does not is not told that it exists. */
  default boolean mayBeSeenBy(Staff.Member reader) {
    return true;
  }

  /**
   * What there is to show, in one language; empty where there is nothing. Called inside a read of the case, in its transaction: a
   * section that asks the database more than once or twice makes every look slow.
   */
  Optional<Content> of(Subject subject, Language language);

  /**
   * Whose case it is.
   *
   * @param referralId the reference
   * @param personId the record of the person that this referral brought
   * @param reader who is looking
   */
  record Subject(String referralId, String schemeId, UUID personId, Staff.Member reader) {}

  /**
   * A section in words. All of it is plain text; what people wrote keeps its lines.
   *
   * @param blocks in order; at least one
   */
  record Content(String title, List<Block> blocks) {

    public Content {
      blocks = List.copyOf(blocks);
    }

    /** Starts a section whose first block has no heading. */
    public static Writer titled(String title) {
      return new Writer(title);
    }

    /** Nothing of it: a person must not end up in a log because somebody printed a section. */
    @Override
    public String toString() {
      return "Content";
    }
  }

  /**
   * Rows, then paragraphs, under a heading of their own if there is one.
   *
   * @param heading or {@code null}
   */
  record Block(String heading, List<Row> rows, List<String> paragraphs) {

    public Block {
      rows = List.copyOf(rows);
      paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public String toString() {
      return "Block";
    }
  }

  /**
   * @param value {@code null} reads "Not provided"
   */
  record Row(String label, String value) {

    @Override
    public String toString() {
      return "Row";
    }
  }

  /** Writes a section from top to bottom. */
  final class Writer {

    private final String title;
    private final List<Block> blocks = new ArrayList<>();
    private String heading;
    private List<Row> rows = new ArrayList<>();
    private List<String> paragraphs = new ArrayList<>();

    private Writer(String title) {
      this.title = title;
    }

    /** A row that is always there; a {@code null} or blank value reads "Not provided". */
    public Writer row(String label, String value) {
      rows.add(new Row(label, value == null || value.isBlank() ? null : value));
      return this;
    }

    /** A row that is left out where there is no value. */
    public Writer rowIfAny(String label, String value) {
      return value == null || value.isBlank() ? this : row(label, value);
    }

    /** A paragraph; nothing where there is no text. */
    public Writer paragraph(String text) {
      if (text != null && !text.isBlank()) {
        paragraphs.add(text);
      }
      return this;
    }

    /** Begins a block under a heading of its own. */
    public Writer heading(String text) {
      endBlock();
      heading = text;
      return this;
    }

    public Content written() {
      endBlock();
      return new Content(title, blocks);
    }

    private void endBlock() {
      if (!rows.isEmpty() || !paragraphs.isEmpty()) {
        blocks.add(new Block(heading, rows, paragraphs));
      }
      heading = null;
      rows = new ArrayList<>();
      paragraphs = new ArrayList<>();
    }
  }

  /** The day of an instant in London, as people write it; {@code null} for {@code null}. */
  static String day(Instant at, java.time.ZoneId zone, Language language) {
    return at == null ? null : WrittenDate.of(LocalDate.ofInstant(at, zone), language);
  }
}
