package org.fingerpost.audit.proof;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fingerpost.audit.proof.log.SignedHead;
import org.springframework.stereotype.Component;

/** Signed heads in a file outside the database, each with an empty line after it: what the database's administrator cannot take back. */
@Component
class KeptHeads {

  /** The longest head, and more. */
  private static final int END = 4096;

  private final LogFolder folder;

  KeptHeads(LogFolder folder) {
    this.folder = folder;
  }

  /** The last head in the file, or empty when there is none. */
  Optional<SignedHead> last() throws IOException {
    var file = folder.heads();
    if (file.isEmpty() || !Files.exists(file.get())) {
      return Optional.empty();
    }
    var heads = SignedHead.parseAll(end(file.get()));
    return heads.isEmpty() ? Optional.empty() : Optional.of(heads.get(heads.size() - 1));
  }

  private static String end(Path path) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(0, file.length() - END);
      file.seek(from);
      var bytes = new byte[(int) (file.length() - from)];
      file.readFully(bytes);
      var text = new String(bytes, StandardCharsets.UTF_8);
      if (from == 0) {
        return text;
      }
      // a head begins after the empty line that follows a signature
      var beginning = Pattern.compile("\n— [^\n]+\n\n").matcher(text);
      return beginning.find() ? text.substring(beginning.end()) : "";
    }
  }

  void append(List<SignedHead> heads) throws IOException {
    var file = folder.heads().orElseThrow(() -> new IOException("no folder"));
    var text = new StringBuilder();
    heads.forEach(head -> text.append(head.note()).append('\n'));
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
    }
  }

  /** All heads in the file, in the order in which they were written. */
  List<SignedHead> all() throws IOException {
    var file = folder.heads();
    return file.isEmpty() || !Files.exists(file.get()) ? List.of() : SignedHead.parseAll(Files.readString(file.get()));
  }
}
