package org.fingerpost.audit.proof.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** A pack of evidence: a folder or a zip file. Only asked for the names it is known to have, and never written to. */
interface Export extends AutoCloseable {

  /** Longest file that is read at once; anything longer is no part of a pack. */
  int LONGEST = 64 << 20;

  Optional<InputStream> open(String name) throws IOException;

  /** Names of all files, in order. */
  List<String> names() throws IOException;

  @Override
  void close() throws IOException;

  default Optional<byte[]> bytes(String name) {
    try {
      var stream = open(name);
      if (stream.isEmpty()) {
        return Optional.empty();
      }
      try (var in = stream.get()) {
        var bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
          throw new Complaint(name + " is far too long to be part of a pack.");
        }
        return Optional.of(bytes);
      }
    } catch (IOException e) {
      throw new Complaint(name + " cannot be read.");
    }
  }

  default Optional<String> text(String name) {
    return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  default Optional<BufferedReader> lines(String name) {
    try {
      return open(name).map(in -> new BufferedReader(reader(in), 1 << 16));
    } catch (IOException e) {
      throw new Complaint(name + " cannot be read.");
    }
  }

  private static Reader reader(InputStream in) {
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  /**
   * @throws Complaint if there is none at this place
   */
  static Export at(Path place) {
    if (Files.isDirectory(place)) {
      return new Folder(place);
    }
    if (!Files.exists(place)) {
      throw new Complaint("There is nothing at " + place + ".");
    }
    try {
      return new Zip(new ZipFile(place.toFile()));
    } catch (IOException e) {
      throw new Complaint(place + " is neither a folder nor a zip file nor the proof of an entry.");
    }
  }

  /** A folder on the disk. */
  record Folder(Path place) implements Export {

    @Override
    public Optional<InputStream> open(String name) throws IOException {
      var file = place.resolve(name).normalize();
      return file.startsWith(place.normalize()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(Files.newInputStream(file))
          : Optional.empty();
    }

    @Override
    public List<String> names() {
      try (var files = Files.walk(place)) {
        return files
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .map(file -> place.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList();
      } catch (IOException | UncheckedIOException e) {
        throw new Complaint(place + " cannot be read.");
      }
    }

    @Override
    public void close() {
      // nothing is held open
    }
  }

  /** A zip file. */
  record Zip(ZipFile file) implements Export {

    @Override
    public Optional<InputStream> open(String name) throws IOException {
      var entry = file.getEntry(name);
      return entry == null || entry.isDirectory() ? Optional.empty() : Optional.of(file.getInputStream(entry));
    }

    @Override
    public List<String> names() {
      return file.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()).sorted().toList();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
