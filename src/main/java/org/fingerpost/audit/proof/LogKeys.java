package org.fingerpost.audit.proof;

import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.audit.proof.log.BoundHashes;
import org.fingerpost.audit.proof.log.KeyFile;
import org.fingerpost.audit.proof.log.VerifierKey;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key that signs the heads of the log. Made with the log; afterwards only ever replaced by a person, because a log that makes itself
 * a new key whenever the old one is missing proves nothing. Each key's coming is an entry of the log itself.
 */
@Component
class LogKeys {

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final LogFolder folder;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;
  private final String name;
  private volatile Signing signing;

  LogKeys(
      JdbcClient db,
      PlatformTransactionManager transactions,
      LogFolder folder,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock,
      @Value("${fingerpost.public-url}") String publicUrl) {
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
    this.folder = folder;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
    this.name = URI.create(publicUrl).getAuthority() + "/audit";
  }

  /** A pair of keys at work. */
  record Signing(VerifierKey key, PrivateKey secret) {}

  /** Why nothing can be signed; words under {@code proof.trouble.}. */
  enum Trouble {
    NO_FOLDER,
    NO_KEY,
    UNREADABLE
  }

  /** Nothing can be signed. */
  static final class CannotSign extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Trouble trouble;

    CannotSign(Trouble trouble) {
      super(trouble.name(), null, false, false);
      this.trouble = trouble;
    }

    Trouble trouble() {
      return trouble;
    }
  }

  /** The key to sign with; read once, and made with a log that has never been signed. */
  Signing signing() throws CannotSign {
    if (signing == null) {
      try {
        var there = folder.there().orElseThrow(() -> new CannotSign(Trouble.NO_FOLDER));
        var known = all();
        var pair = KeyFile.read(there);
        if (pair.isEmpty() && known.isEmpty()) {
          pair = Optional.of(KeyFile.make(there));
        }
        signing = atWork(pair.orElseThrow(() -> new CannotSign(Trouble.NO_KEY)), known);
      } catch (IOException e) {
        throw new CannotSign(Trouble.UNREADABLE);
      }
    }
    return signing;
  }

  private Signing atWork(KeyPair pair, List<VerifierKey> known) {
    // The name stays what it was when the log began, also when the product moves to another address.
    var key = VerifierKey.of(known.isEmpty() ? name : known.get(0).name(), pair.getPublic());
    if (known.isEmpty() || !known.get(0).equals(key)) {
      actor.as(
          Actor.SYSTEM,
          () ->
              transaction.executeWithoutResult(
                  status -> {
                    db.sql("insert into audit_key (public_key, since) values (?, ?) on conflict do nothing")
                        .params(key.toString(), Timestamp.from(clock.instant()))
                        .update();
                    audit.record(
                        known.isEmpty()
                            ? new AuditEvent("audit.keyMade", "log", "audit", null, Map.of("key", key.hex()))
                            : new AuditEvent(
                                BoundHashes.NEW_KEY, "log", "audit", null, Map.of("key", key.hex(), "old", known.get(0).hex())));
                  }));
    }
    return new Signing(key, pair.getPrivate());
  }

  /** All public keys there ever were, the newest first. */
  List<VerifierKey> all() {
    return db.sql("select public_key from audit_key order by since desc, public_key")
        .query(String.class)
        .list()
        .stream()
        .map(VerifierKey::parse)
        .toList();
  }
}
