package org.fingerpost.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.fingerpost.audit.proof.offline.Command;

/** {@code java -jar fingerpost.jar audit ...}: checks evidence on a machine that runs no Fingerpost. Nothing of the product is started. */
public final class AuditCommand {

  private static final String NAME = "audit";

  private AuditCommand() {}

  /** Whether these are the words of a command, and not of a start. */
  public static boolean isMeant(String[] args) {
    return args.length > 0 && args[0].equals(NAME);
  }

  /**
   * @return how the program ends: 0 all is well, 1 something was altered, 2 it could not be checked
   */
  public static int run(String[] args) {
    // What a command says is its result, not a line of a log.
    try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      return new Command(out).run(List.copyOf(Arrays.asList(args).subList(1, args.length)));
    }
  }
}
