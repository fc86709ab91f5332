package org.fingerpost.questionnaire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents for tests, good and bad, made as they are needed. */
public final class Uploads {

  private Uploads() {}

  public static byte[] png() {
    return Base64.getDecoder()
        .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  }

  public static byte[] jpeg() {
    return new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, (byte) 0xFF, (byte) 0xD9};
  }

  /** A PDF with something more in its catalogue. */
  public static byte[] pdf(String more) {
    return ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + more + " >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] docx(Map<String, String> more) {
    var entries = new LinkedHashMap<String, String>();
    entries.put("[Content_Types].xml", types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"));
    entries.put("word/document.xml", "<w:document/>");
    entries.putAll(more);
    return zip(entries);
  }

  public static byte[] odt(Map<String, String> more) {
    var entries = new LinkedHashMap<String, String>();
    entries.put("mimetype", UploadCheck.ODT);
    entries.put("content.xml", "<office:document-content/>");
    entries.put("META-INF/manifest.xml", "<manifest:manifest/>");
    entries.putAll(more);
    return zip(entries);
  }

  static String types(String main) {
    return "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + main + "\"/></Types>";
  }

  static byte[] zip(Map<String, String> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        byte[] content = entry.getValue().getBytes(StandardCharsets.ISO_8859_1);
        var added = new ZipEntry(entry.getKey());
        if (entry.getKey().equals("mimetype")) {
          var crc = new CRC32();
          crc.update(content);
          added.setMethod(ZipEntry.STORED);
          added.setSize(content.length);
          added.setCrc(crc.getValue());
        }
        zip.putNextEntry(added);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Packed as harmless, listed at the end as a macro: a program goes by the list. */
  static byte[] hidingInDirectory() {
    String harmless = "word/harmlessxx.xml";
    String hidden = "word/vbaProject.bin";
    byte[] zip = docx(Map.of(harmless, "x"));
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int listed = text.lastIndexOf(harmless);
    System.arraycopy(hidden.getBytes(StandardCharsets.ISO_8859_1), 0, zip, listed, hidden.length());
    return zip;
  }

  static String deflated(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
