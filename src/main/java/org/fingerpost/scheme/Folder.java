package org.fingerpost.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A scheme folder on disk or inside a jar. */
final class Folder {

  static final String SCHEME_FILE = "scheme.yaml";

  private final String name;
  private final Resource schemeFile;

  private Folder(String name, Resource schemeFile) {
    this.name = name;
    this.schemeFile = schemeFile;
  }

  static Folder of(Path folder) {
    return new Folder(folder.toString(), new FileSystemResource(folder.resolve(SCHEME_FILE)));
  }

  /** A folder on the class path, named the same whether it lies in a jar or not. */
  static Folder of(Resource schemeFile) throws IOException {
    String[] steps = schemeFile.getURL().getPath().split("/");
    return new Folder("schemes/" + steps[steps.length - 2], schemeFile);
  }

  /** How messages name a file of this folder. */
  String nameOf(String file) {
    return name + "/" + file;
  }

  /** The text of a file; empty when there is no such file or, with a problem added, when it is not UTF-8. */
  Optional<String> read(String file, Problems problems) {
    try {
      Resource resource = file.equals(SCHEME_FILE) ? schemeFile : schemeFile.createRelative(file);
      if (!resource.exists()) {
        return Optional.empty();
      }
      try (InputStream in = resource.getInputStream()) {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
        // Spreadsheets put a byte order mark in front.
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
      }
    } catch (CharacterCodingException e) {
      problems.add(nameOf(file), "is not UTF-8; save it again as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
      return Optional.of("");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + nameOf(file), e);
    }
  }
}
