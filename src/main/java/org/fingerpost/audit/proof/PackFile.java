package org.fingerpost.audit.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fingerpost.audit.proof.log.Merkle;

/** A pack as it is written: a zip file that knows the hash of each file in it. */
final class PackFile implements AutoCloseable {

  private final ZipOutputStream zip;
  private final TreeMap<String, String> hashes = new TreeMap<>();

  PackFile(Path file) throws IOException {
    this.zip = new ZipOutputStream(Files.newOutputStream(file));
  }

  /** What writes the bytes of one file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  void add(String name, Content content) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      var digest = new DigestOutputStream(zip, Merkle.sha256());
      content.writeTo(digest);
      hashes.put(name, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(String name, byte[] bytes) {
    add(name, out -> out.write(bytes));
  }

  void add(String name, String text) {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What has been added so far, as {@code sha256sum} would print it. */
  String list() {
    var text = new StringBuilder();
    hashes.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
