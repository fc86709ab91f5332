package org.fingerpost.kitemark;

import java.util.List;
import java.util.TreeMap;
import org.fingerpost.directory.Assurance;
import org.fingerpost.platform.Tokens;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.Listing;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.SchemeAdded;
import org.fingerpost.scheme.Schemes;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks that the organisations of a scheme's folder hold from before Fingerpost: recorded once, so that they have a day on which they
 * are looked at again like every other. An organisation that ever had a mark here is left alone.
 */
@Component
class EarlierMarks {

  /** A mark from before is taken as awarded on the day it is recorded: a full one for two years, any other for the usual time. */
  private static final int FULL_MONTHS = 24;

  private static final int CONDITIONAL_MONTHS = 12;
  private static final int GROUP_MONTHS = 6;

  private final Schemes schemes;
  private final Awards awards;
  private final Assurance assurance;
  private final JdbcClient db;
  private final TransactionTemplate transaction;

  EarlierMarks(Schemes schemes, Awards awards, Assurance assurance, JdbcClient db, TransactionTemplate transaction) {
    this.schemes = schemes;
    this.awards = awards;
    this.assurance = assurance;
    this.db = db;
    this.transaction = transaction;
  }

  /** Once everything that begins with a mark can begin. */
  @EventListener
  @Order(100)
  void on(ApplicationStartedEvent started) {
    schemes.all().forEach(this::record);
  }

  @EventListener
  @Order(100)
  void on(SchemeAdded added) {
    record(schemes.get(added.schemeId()));
  }

  private void record(Scheme scheme) {
    if (!scheme.kiteMarkAsked()) {
      return;
    }
    var levels = new TreeMap<String, KiteMarkLevel>();
    schemes.listing(scheme.id()).activities().stream()
        .filter(activity -> activity.traits().kiteMark().compareTo(KiteMarkLevel.SIGNPOST_ONLY) >= 0)
        .forEach(activity -> levels.put(activity.organisationId(), level(activity)));
    transaction.executeWithoutResult(status -> levels.forEach((id, level) -> record(scheme.id(), id, level)));
  }

  private static KiteMarkLevel level(Listing.Activity activity) {
    return activity.traits().kiteMark();
  }

  private void record(String schemeId, String organisationId, KiteMarkLevel level) {
    if (assurance.of(schemeId, organisationId).isEmpty() || hadOne(schemeId, organisationId)) {
      return;
    }
    boolean group = level == KiteMarkLevel.SMALL_GROUP || level == KiteMarkLevel.SIGNPOST_ONLY;
    awards.award(
        new NewAward(
            schemeId,
            organisationId,
            Tokens.reference("KM"),
            level,
            ReferralMode.usually(level),
            null,
            group ? GROUP_MONTHS : level == KiteMarkLevel.FULL ? FULL_MONTHS : CONDITIONAL_MONTHS,
            null,
            null,
            null,
            null,
            null,
            List.of()));
  }

  /** Several nodes that start at once record it once: the first holds the organisation's row until it has. */
  private boolean hadOne(String schemeId, String organisationId) {
    db.sql("select 1 from organisation where scheme_id = :scheme and organisation_id = :id for update")
        .param("scheme", schemeId)
        .param("id", organisationId)
        .query(Integer.class)
        .optional();
    return awards.lastOf(schemeId, organisationId).isPresent();
  }
}
