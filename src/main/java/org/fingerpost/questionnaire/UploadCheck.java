package org.fingerpost.questionnaire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.fingerpost.platform.InvalidInput;

/**
 * Which documents are taken: PDF, JPEG, PNG, Word (docx) and OpenDocument text, and nothing else. What a file is, its first bytes say, and
 * never its name. What could do something when it is opened (macros, scripts, programs, templates fetched from elsewhere) and what
 * nobody could read (password) is refused, as is what would grow too large when it is unpacked.
 *
 * <p>It is a net and no proof: documents are only handed out as downloads, to staff.
 */
final class UploadCheck {

  static final String PDF = "application/pdf";
  static final String JPEG = "image/jpeg";
  static final String PNG = "image/png";
  static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String ODT = "application/vnd.oasis.opendocument.text";

  /** Ending of the name a document is handed out under, by type. */
  static final Map<String, String> ENDINGS = Map.of(PDF, "pdf", JPEG, "jpg", PNG, "png", DOCX, "docx", ODT, "odt");

  /** In bytes. */
  static final int LARGEST = 10 * 1024 * 1024;

  /** Limits of a document that is a zip inside: a text of hundreds of pages with pictures stays well below. */
  static final int MOST_ENTRIES = 1000;

  static final long LARGEST_UNPACKED = 64L * 1024 * 1024;
  static final int LARGEST_RATIO = 150;

  /** Small files of much white space may shrink a lot without harm. */
  private static final int RATIO_FROM = 1024 * 1024;

  private static final Tika TIKA = new Tika();
  private static final Pattern IN_AN_ARCHIVE = Pattern.compile(".*\\.(zip|jar|docx|docm|xlsx|xlsm|pptx|pptm|odt|ods|odp|7z|rar|gz|exe|dll|js|vbs|bat|cmd|ps1|lnk|hta|scr)$");
  private static final Pattern FETCHED =
      Pattern.compile("<[^>]*(attachedTemplate|oleObject|subDocument|frame)[\"'][^>]*TargetMode=[\"']External|<[^>]*TargetMode=[\"']External[^>]*(attachedTemplate|oleObject|subDocument|frame)[\"']");
  private static final Pattern STREAM = Pattern.compile("stream\\r?\\n.*?endstream", Pattern.DOTALL);
  private static final Pattern OBJECT_STREAM = Pattern.compile("/Type\\s*/ObjStm.{0,400}?stream\\r?\\n", Pattern.DOTALL);
  private static final Pattern ACTIVE =
      Pattern.compile("/(JavaScript|Launch|ImportData|RichMedia|EmbeddedFiles?)\\b|/JS\\s*(\\(|<|\\d+ \\d+ R)");
  private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s*(<<|\\d+ \\d+ R)");
  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

  private UploadCheck() {}

  /**
   * @return the media type
   * @throws InvalidInput on the field {@code file}, in words for the applicant
   */
  static String typeOf(byte[] content) {
    if (content.length == 0) {
      throw refused("empty");
    }
    if (content.length > LARGEST) {
      throw refused("tooLarge");
    }
    String type = TIKA.detect(content);
    if (type.equals(PDF)) {
      checkPdf(content);
      return PDF;
    }
    if (type.equals(JPEG) || type.equals(PNG)) {
      return type;
    }
    if (content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4) {
      return checkZip(content);
    }
    throw refused(type.equals("application/x-tika-msoffice") || type.equals("application/msword") ? "oldWord" : "wrongType");
  }

  // ---- Word and OpenDocument

  private static String checkZip(byte[] content) {
    var texts = new HashMap<String, String>();
    var streamed = new HashSet<String>();
    long unpacked = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
      var buffer = new byte[8192];
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (streamed.size() >= MOST_ENTRIES || !streamed.add(name)) {
          throw refused("bomb");
        }
        checkName(name);
        var kept = new java.io.ByteArrayOutputStream();
        boolean keep = isRead(name);
        long size = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          if (size == 0 && read > 3 && buffer[0] == 'P' && buffer[1] == 'K' && (buffer[2] == 3 || buffer[2] == 5)) {
            throw refused("nested");
          }
          size += read;
          unpacked += read;
          if (unpacked > LARGEST_UNPACKED || unpacked > RATIO_FROM && unpacked / content.length > LARGEST_RATIO) {
            throw refused("bomb");
          }
          if (keep) {
            kept.write(buffer, 0, read);
          }
        }
        if (keep) {
          texts.put(name, kept.toString(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw refused("damaged");
    }
    if (!streamed.equals(listed(content))) {
      throw refused("damaged");
    }
    return documentType(texts);
  }

  private static void checkName(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.endsWith("vbaproject.bin") || plain.contains("vbadata") || plain.startsWith("basic/")
        || plain.startsWith("scripts/") || plain.contains("/basic/") || plain.contains("/scripts/")
        || plain.contains("activex")) {
      throw refused("macros");
    }
    if (plain.contains("..") || plain.startsWith("/") || plain.contains("\\") || plain.contains("\0")) {
      throw refused("damaged");
    }
    if (IN_AN_ARCHIVE.matcher(plain).matches() || plain.contains("oleobject") || plain.startsWith("object ")) {
      throw refused("nested");
    }
  }

  private static boolean isRead(String name) {
    return name.equals("[Content_Types].xml")
        || name.equals("mimetype")
        || name.equals("META-INF/manifest.xml")
        || name.equals("content.xml")
        || name.endsWith(".rels");
  }

  /** What the directory at the end lists: programs go by that, and it must not tell another story than the entries. */
  private static Set<String> listed(byte[] content) {
    Path file = null;
    try {
      file = Files.createTempFile("fingerpost-upload", ".zip");
      Files.write(file, content);
      try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
        var names = new HashSet<String>();
        zip.stream().forEach(entry -> names.add(entry.getName()));
        return names;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw refused("damaged");
    } finally {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The copy of an upload cannot be removed", e);
    }
  }

  private static String documentType(Map<String, String> texts) {
    String types = texts.get("[Content_Types].xml");
    String mime = texts.getOrDefault("mimetype", "").strip();
    if (mime.equals(ODT)) {
      String manifest = texts.getOrDefault("META-INF/manifest.xml", "");
      if (manifest.contains("encryption-data")) {
        throw refused("password");
      }
      if (texts.getOrDefault("content.xml", "").contains("<script:event-listener")
          || manifest.contains("application/vnd.sun.star.basic")) {
        throw refused("macros");
      }
      return ODT;
    }
    if (types == null) {
      throw refused("wrongType");
    }
    if (types.contains("macroEnabled") || types.contains("vbaProject")) {
      throw refused("macros");
    }
    if (texts.entrySet().stream().anyMatch(e -> e.getKey().endsWith(".rels") && FETCHED.matcher(e.getValue()).find())) {
      throw refused("macros");
    }
    if (!types.contains("wordprocessingml.document.main+xml")) {
      throw refused("wrongType");
    }
    return DOCX;
  }

  // ---- PDF

  private static void checkPdf(byte[] content) {
    String raw = new String(content, StandardCharsets.ISO_8859_1);
    String outside = plainNames(STREAM.matcher(raw).replaceAll("stream endstream"));
    if (ENCRYPTED.matcher(outside).find()) {
      throw refused("password");
    }
    if (ACTIVE.matcher(outside).find() || ACTIVE.matcher(plainNames(objectStreams(raw, content))).find()) {
      throw refused("active");
    }
  }

  /** A name may be written with the codes of its letters. */
  private static String plainNames(String text) {
    return ESCAPED.matcher(text).replaceAll(
        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /** Objects may stand in packed streams; as much of them as is cheap to unpack. */
  private static String objectStreams(String raw, byte[] content) {
    var text = new StringBuilder();
    var found = OBJECT_STREAM.matcher(raw);
    var buffer = new byte[8192];
    while (found.find() && text.length() < 2 * LARGEST) {
      var inflater = new Inflater();
      try {
        inflater.setInput(content, found.end(), content.length - found.end());
        for (int read = inflater.inflate(buffer); read > 0 && text.length() < 2 * LARGEST; read = inflater.inflate(buffer)) {
          text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
      } catch (DataFormatException e) {
        // Packed in another way: it cannot be told cheaply.
      } finally {
        inflater.end();
      }
    }
    return text.toString();
  }

  private static InvalidInput refused(String why) {
    return new InvalidInput("file", "questionnaire.file." + why);
  }
}
