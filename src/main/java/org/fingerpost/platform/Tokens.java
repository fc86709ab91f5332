package org.fingerpost.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets in links, references and keys. Only the SHA-256 of a token is kept beside what it opens. */
public final class Tokens {

  private static final SecureRandom RANDOM = new SecureRandom();
  /** Crockford's base 32 without I, L, O and U, so that a reference survives being read out on the telephone. */
  private static final char[] SPEAKABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  private Tokens() {}

  /** 256 random bits, 43 characters that are safe in a URL. */
  public static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** SHA-256 as 64 lower-case hexadecimal digits. */
  public static String hash(String token) {
    return hash(token.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of bytes as 64 lower-case hexadecimal digits. */
  public static String hash(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** A referral's reference such as {@code FP-7K3M-Q2XD}: 40 random bits in two groups of four. */
  public static String reference() {
    return reference("FP");
  }

  /**
   * The same for something else.
   *
   * @param kind two capital letters that say what it refers to
   */
  public static String reference(String kind) {
    var text = new StringBuilder(kind).append('-');
    for (int i = 0; i < 8; i++) {
      text.append(i == 4 ? "-" : "").append(SPEAKABLE[RANDOM.nextInt(SPEAKABLE.length)]);
    }
    return text.toString();
  }
}
