package org.fingerpost.audit.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatsTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void a_value_is_written_in_one_way_only() {
    var unordered = new LinkedHashMap<String, Object>();
    unordered.put("b", List.of(1, true, "ŵ \"x\" \\ \n \u0001"));
    unordered.put("a", null);
    unordered.put("\u20ac", 12345678901234567L);
    unordered.put("A", Map.of());

    assertThat(CanonicalJson.text(unordered))
        .isEqualTo("{\"A\":{},\"a\":null,\"b\":[1,true,\"ŵ \\\"x\\\" \\\\ \\n \\u0001\"],\"€\":12345678901234567}");
    assertThat(CanonicalJson.text(CanonicalJson.read("{\"x\": 1.50, \"y\":-0}"))).isEqualTo("{\"x\":\"1.5\",\"y\":0}");
    assertThatThrownBy(() -> CanonicalJson.read("{\"a\":1,\"a\":2}")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.read("{} {}")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_entry_is_read_back_as_it_was_written() {
    var entry =
        new LogEntry(7, Instant.parse("2026-11-22T09:00:00.123456789Z"), "STAFF", "lowri", "TASKLIST", null, "referral.received",
            "referral", "FP-AAAA-BBBB", null, Map.of("route", "SIGNPOST"));

    assertThat(new String(entry.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"act\":\"referral.received\",\"actor\":{\"id\":\"lowri\",\"kind\":\"STAFF\"},\"at\":\"2026-11-22T09:00:00.123456Z\","
                + "\"details\":{\"route\":\"SIGNPOST\"},\"id\":7,\"subject\":{\"id\":\"FP-AAAA-BBBB\",\"type\":\"referral\"},\"v\":1,\"via\":\"TASKLIST\"}");
    assertThat(LogEntry.read(entry.bytes())).isEqualTo(entry);
    assertThatThrownBy(() -> LogEntry.read("[]".getBytes(StandardCharsets.UTF_8))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_spreadsheet_takes_nothing_for_a_formula() {
    assertThat(LogEntry.csv(List.of("=1+1", "-2", "@x", "a\"b", "plain"))).isEqualTo("\"'=1+1\",\"'-2\",\"'@x\",\"a\"\"b\",\"plain\"");
  }

  @Test
  void a_key_is_read_in_the_form_of_signed_notes() {
    // golang.org/x/mod/sumdb/note: the key of its own documentation
    var peter = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    var text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    var note = text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    assertThat(peter).hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    var signature = java.util.Base64.getDecoder().decode(note.substring(note.lastIndexOf(' ') + 1).strip());
    assertThat(peter.verifies(java.util.Arrays.copyOfRange(signature, 4, signature.length), text.getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThatThrownBy(() -> VerifierKey.parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_head_is_known_by_its_signature_and_by_nothing_else() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var key = VerifierKey.of("example.org/audit", pair.getPublic());
    var other = VerifierKey.of("example.org/audit", KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    var head = SignedHead.sign(key, pair.getPrivate(), 12, Merkle.emptyRoot(), NOON, false);

    assertThat(head.note()).startsWith("example.org/audit\n12\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntime 2026-11-22T12:00:00Z\n\n— example.org/audit ");
    assertThat(SignedHead.parse(head.note()).signedBy(List.of(other, key))).contains(key);
    assertThat(SignedHead.parse(head.note()).signedBy(List.of(other))).isEmpty();
    assertThat(SignedHead.parse(head.note().replace("\n12\n", "\n13\n")).signedBy(List.of(key))).isEmpty();
    assertThat(SignedHead.parseAll(head.note() + "\n" + head.note() + "\n")).hasSize(2).allMatch(one -> one.note().equals(head.note()));
    for (var wrong : List.of("", "x", "a\nb\nc\n\n", "a\n1\nAAAA\n\n— a b\n", "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n")) {
      assertThatThrownBy(() -> SignedHead.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_entry_cannot_be_older_than_the_heads_before_it() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var key = VerifierKey.of("x", pair.getPublic());
    var heads =
        List.of(
            SignedHead.sign(key, pair.getPrivate(), 10, Merkle.emptyRoot(), NOON, true),
            SignedHead.sign(key, pair.getPrivate(), 20, Merkle.emptyRoot(), NOON.plusSeconds(10), false));

    assertThat(new HeadTimes(heads).complaint(3, NOON.minus(Duration.ofDays(400)))).as("from before the log began").isEmpty();
    assertThat(new HeadTimes(heads).complaint(12, NOON.minusSeconds(5))).as("a long transaction").isEmpty();
    assertThat(new HeadTimes(heads).complaint(12, NOON.minus(Duration.ofDays(1)))).isPresent();
    assertThat(new HeadTimes(heads).complaint(12, NOON.plus(Duration.ofDays(1)))).isPresent();
  }
}
