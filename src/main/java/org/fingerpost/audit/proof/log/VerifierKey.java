package org.fingerpost.audit.proof.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key in the form of C2SP signed notes: {@code name+hash+key}. Ed25519 only.
 *
 * @param name whose key it is, the first line of what it signs
 * @param raw the 32 bytes of the key
 */
public record VerifierKey(String name, byte[] raw) {

  private static final byte ED25519 = 1;

  /** What Java puts before the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  public VerifierKey {
    if (name.isBlank() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace) || raw.length != 32) {
      throw new IllegalArgumentException("This is not a public key");
    }
  }

  public static VerifierKey of(String name, PublicKey key) {
    var encoded = key.getEncoded();
    return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
  }

  /**
   * @throws IllegalArgumentException if this is not such a key, or its parts do not fit together
   */
  public static VerifierKey parse(String text) {
    var parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("A public key looks like name+hash+key");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 33 || typed[0] != ED25519) {
      throw new IllegalArgumentException("Only Ed25519 keys are known here");
    }
    var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, 33));
    if (!HexFormat.of().formatHex(key.hash()).equals(parts[1])) {
      throw new IllegalArgumentException("The parts of this public key do not fit together; was it copied whole?");
    }
    return key;
  }

  /** The first four bytes of a hash over name and key, by which a signature says whose it is. */
  public byte[] hash() {
    var digest = Merkle.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(ED25519);
    return Arrays.copyOf(digest.digest(raw), 4);
  }

  /** The 32 bytes in hexadecimal digits, as an audit entry can hold them. */
  public String hex() {
    return HexFormat.of().formatHex(raw);
  }

  public boolean verifies(byte[] signature, byte[] text) {
    try {
      var encoded = new ByteArrayOutputStream();
      encoded.writeBytes(X509);
      encoded.writeBytes(raw);
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a signature of the wrong length, a key that is no point of the curve
    }
  }

  @Override
  public String toString() {
    var typed = new byte[33];
    typed[0] = ED25519;
    System.arraycopy(raw, 0, typed, 1, 32);
    return name + "+" + HexFormat.of().formatHex(hash()) + "+" + Base64.getEncoder().encodeToString(typed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key && toString().equals(key.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
