package org.fingerpost.audit.proof.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The file with the log's private key, for its owner only: PKCS #8 in the first line, the public key in the second. */
public final class KeyFile {

  public static final String NAME = "log.key";

  private KeyFile() {}

  /**
   * @throws IOException if it cannot be read or holds no such pair
   */
  public static Optional<KeyPair> read(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(file);
    try {
      var keys = KeyFactory.getInstance("Ed25519");
      return Optional.of(
          new KeyPair(
              keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1).strip()))),
              keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0).strip())))));
    } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException(NAME + " holds no key", e);
    }
  }

  public static KeyPair make(Path folder) throws IOException {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var unfinished = Files.createTempFile(folder, ".key", null, ownerOnly(folder));
      var encoder = Base64.getEncoder();
      Files.writeString(
          unfinished,
          encoder.encodeToString(pair.getPrivate().getEncoded()) + "\n" + encoder.encodeToString(pair.getPublic().getEncoded()) + "\n");
      Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
      return pair;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java makes Ed25519 keys", e);
    }
  }

  /** Makes a new key, and keeps the old one's file under another name. */
  public static Optional<Path> replace(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    Optional<Path> kept = Optional.empty();
    if (Files.exists(file)) {
      int number = 1;
      while (Files.exists(folder.resolve(NAME + ".old-" + number))) {
        number++;
      }
      kept = Optional.of(Files.move(file, folder.resolve(NAME + ".old-" + number)));
    }
    make(folder);
    return kept;
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }
}
