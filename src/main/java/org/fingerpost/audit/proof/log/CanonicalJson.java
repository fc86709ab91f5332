package org.fingerpost.audit.proof.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON with one way to write each value (RFC 8785), restricted to objects, lists, texts, whole numbers, flags and null: then nothing
 * depends on how a language writes fractions. A fraction that comes from elsewhere is written as a text.
 */
public final class CanonicalJson {

  private static final ObjectMapper READER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private CanonicalJson() {}

  public static byte[] bytes(Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  public static String text(Object value) {
    var text = new StringBuilder(256);
    write(value, text);
    return text.toString();
  }

  /**
   * Reads any JSON.
   *
   * @throws IllegalArgumentException if it is none, names a key twice, or goes on after its end
   */
  public static Object read(byte[] json) {
    try {
      return READER.readValue(json, Object.class);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException("This is not JSON", e);
    }
  }

  public static Object read(String json) {
    try {
      return READER.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This is not JSON", e);
    }
  }

  private static void write(Object value, StringBuilder text) {
    if (value == null) {
      text.append("null");
    } else if (value instanceof String string) {
      quote(string, text);
    } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      text.append(value);
    } else if (value instanceof BigDecimal fraction) {
      quote(fraction.stripTrailingZeros().toPlainString(), text);
    } else if (value instanceof Map<?, ?> object) {
      object(object, text);
    } else if (value instanceof Iterable<?> list) {
      list(list, text);
    } else {
      throw new IllegalArgumentException("Not a value of JSON: " + value.getClass().getSimpleName());
    }
  }

  private static void object(Map<?, ?> object, StringBuilder text) {
    var sorted = new TreeMap<String, Object>();
    object.forEach((key, value) -> sorted.put((String) key, value));
    text.append('{');
    boolean first = true;
    for (var member : sorted.entrySet()) {
      if (!first) {
        text.append(',');
      }
      first = false;
      quote(member.getKey(), text);
      text.append(':');
      write(member.getValue(), text);
    }
    text.append('}');
  }

  private static void list(Iterable<?> list, StringBuilder text) {
    text.append('[');
    boolean first = true;
    for (Object element : list) {
      if (!first) {
        text.append(',');
      }
      first = false;
      write(element, text);
    }
    text.append(']');
  }

  private static void quote(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20) {
            text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
