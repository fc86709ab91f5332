package org.fingerpost.rights;

import static org.fingerpost.rights.Holding.About.CONTACT;
import static org.fingerpost.rights.Holding.About.PERSON;
import static org.fingerpost.rights.Holding.About.STAFF;
import static org.fingerpost.rights.Holding.Erasure.BLANKED;
import static org.fingerpost.rights.Holding.Erasure.DELETED;
import static org.fingerpost.rights.Holding.Erasure.KEPT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.rights.Holding.About;
import org.fingerpost.rights.Holding.Erasure;
import org.fingerpost.rights.Holding.Kept;

/**
 * Where data about people is: every table with a column that the data dictionary calls [PERSONAL] or [HEALTH], how its rows hang on a
 * person, who is shown them, how they are erased and how long they are kept. In the order of erasing: what refers to something comes
 * before it. {@code RegistryTest} fails when a table or a column is missing, and says what to add.
 *
 * <p>Columns need no lines of their own: an answer to a person has every column of the row but those classified [SECRET], and erasing
 * takes the whole row unless it says {@code blanked}.
 */
final class Registry {

  /** Columns that hold an account; in an answer they are the role and the organisation. */
  static final Set<String> STAFF_COLUMNS =
      Set.of(
          "recorded_by", "added_by", "link_worker", "confirmed_by", "confirmed_second_by", "decided_by", "raised_by", "told_by",
          "lead_user_id", "sent_by", "revoked_by", "cover_user", "noted_by", "pause_decided_by", "user_id", "answered_by", "rival_by",
          "changed_by", "uploaded_by", "assessor", "second_assessor", "settled_by", "end_confirmed_by", "officer", "asked_by_user",
          "visited_by", "by_user", "judged_by", "typed_by", "member", "outcome_by", "paid_by", "seen_by", "identity_by", "prepared_by",
          "proposed_by", "corrected_by", "set_by", "lifted_by", "released_by");

  /** Not classified [PERSONAL] or [HEALTH] in the dictionary, and released all the same: what was written to somebody. */
  static final Map<String, Set<String>> RELEASED_ALTHOUGH_SECRET = Map.of("outbox_message", Set.of("params"));

  private static final String OF_REFERRAL = "referral_id in (:references)";
  private static final String OF_FILE = "reference in (:references)";
  private static final String OF_CASE = "application_reference in (:references)";
  private static final String OF_MARK =
      "award_id in (select a.award_id from kitemark_award a where a.application_reference in (:references))";
  private static final String DRAFT_OF_CASE =
      """
      task_id in (
        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
        join act_ru_execution r on r.id_ = e.root_proc_inst_id_ where r.business_key_ in (:references))""";
  private static final String OF_REQUEST =
      "reference in (select rr.reference from rights_record rr where rr.record_id in (:records))";

  /** The scheme of these files: what another scheme keeps about the same person is another's to answer for. */
  private static final String SAME_SCHEME =
      """
      scheme_id in (
        select a.scheme_id from application a where a.reference in (:references)
        union select g.scheme_id from community_group g where g.reference in (:references))""";

  private static final String OF_CONTACT =
      """
      (select w.word, w.kind from application a,
         lateral (values (a.contact_email, 'EMAIL'), (a.contact_phone, 'PHONE'), (a.contact_name, 'NAME')) w (word, kind)
       where a.reference in (:references)
       union
       select w.word, w.kind from community_group g,
         lateral (values (g.contact_email, 'EMAIL'), (g.contact_phone, 'PHONE'), (g.contact_name, 'NAME')) w (word, kind)
       where g.reference in (:references)) c where length(c.word) >= 5""";

  /** What a contact person is called and reached by, as they gave it: {@code word} and {@code kind}. */
  static final String CONTACT_WORDS = "select c.word, c.kind from " + OF_CONTACT;

  private static final String EMAILS = "(select lower(c.word) from " + OF_CONTACT + " and c.kind = 'EMAIL')";
  private static final String PHONES = "(select regexp_replace(c.word, '\\D', '', 'g') from " + OF_CONTACT + " and c.kind = 'PHONE')";

  /** Organisations of these files in the directory. */
  private static final String OWN_ORGANISATION =
      SAME_SCHEME
          + """
           and organisation_id in (
            select a.organisation_id from application a where a.reference in (:references)
            union select g.organisation_id from community_group g where g.reference in (:references)
            union select o.organisation_id from organisation o where lower(o.email) in\s"""
          + EMAILS
          + ")";

  /** Messages to whoever may be written to about a file stand under the key that keeps them from being sent twice. */
  static final String MESSAGE_OF_FILE =
      """
      split_part(dedup_key, ':', 2) in (
        select reference from application where reference in (:references)
        union select reference from community_group where reference in (:references)
        union select help_id::text from application_help where reference in (:references)
        union select s.suspension_id::text from kitemark_suspension s join kitemark_award w using (award_id)
          where w.application_reference in (:references))""";

  private static final String[] TEXTS_OF_ACTIVITY = {"description_en", "description_cy", "cost_note_en", "cost_note_cy", "venue", "address"};

  static final List<Holding> HOLDINGS = holdings();

  private Registry() {}

  /** That a text says what a contact person is called or reached by, however it is spaced. */
  private static String mentioned(String... columns) {
    return "exists (select 1 from "
        + OF_CONTACT
        + " and strpos(lower(regexp_replace(concat_ws(' ', "
        + String.join(", ", columns)
        + "), '[\\s-]', '', 'g')), lower(regexp_replace(c.word, '[\\s-]', '', 'g'))) > 0)";
  }

  /** The lines about one kind of subject, in the order of erasing. */
  static List<Holding> of(About about) {
    return HOLDINGS.stream().filter(holding -> holding.about() == about).toList();
  }

  private static List<Holding> holdings() {
    var all = new ArrayList<Holding>();

    // ---- a person who was referred: what passes by itself
    all.add(
        line("spring_session")
            .where(
                """
                primary_id in (
                  select a.session_primary_id from spring_session_attributes a, person p
                  where p.person_id in (:people)
                    and position(convert_to(p.family_name, 'UTF8') in a.attribute_bytes) > 0
                    and position(convert_to(p.given_name, 'UTF8') in a.attribute_bytes) > 0)""")
            .notReleased("primary_id", "technical: a form that somebody has not sent yet")
            .deleted(Kept.TRACE));
    all.add(
        line("task_draft")
            .where(DRAFT_OF_CASE)
            .aboutOthers("answers")
            .deleted(Kept.TRACE));
    all.add(line("idempotency_key").where("response ->> 'reference' in (:references)").deleted(Kept.TRACE));
    all.add(line("outbox_message").where(OF_REFERRAL).aboutOthers("to_address", "params").deleted(Kept.CASE));
    all.add(line("outbox_silence").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("outbox_hold").where(OF_REFERRAL).deleted(Kept.CASE));

    // ---- links and letters
    all.add(line("plan_link").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("contact_letter").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("contact_details_request").where(OF_REFERRAL).deleted(Kept.CASE));

    // ---- what happened on the way
    all.add(line("community_interest").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("unmet_need").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("attendance").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(
        line("introduction")
            .where(OF_REFERRAL)
            .aboutOthers("note", "answer_note", "question", "question_answer", "pause_note")
            .deleted(Kept.CASE));
    all.add(line("matching_wish").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(
        line("goal")
            .where("conversation_id in (select c.conversation_id from conversation c where c.referral_id in (:references))")
            .deleted(Kept.CASE));
    all.add(line("conversation").where(OF_REFERRAL).aboutOthers("people_who_matter").deleted(Kept.CASE));
    all.add(line("contact_attempt").where(OF_REFERRAL).aboutOthers("note", "unsafe_time_reason", "wrong_detail").deleted(Kept.CASE));
    all.add(line("measure_record").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("check_in").where(OF_REFERRAL).aboutOthers("how_it_goes", "lead_reason").deleted(Kept.CASE));
    all.add(line("later_review").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("outcome").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("signpost").where(OF_REFERRAL).aboutOthers("decision_reason").deleted(Kept.CASE));
    all.add(
        line("safeguarding_concern")
            .where(OF_REFERRAL)
            .aboutOthers("seen_or_said", "who_at_risk", "already_told", "decision_reason")
            .deleted(Kept.CASE));
    all.add(line("young_person_consent").where(OF_REFERRAL).aboutOthers("competence_judged_by", "note").deleted(Kept.CASE));
    all.add(line("waiting_list").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("referral_cover").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(
        line("referral_watcher")
            .where("referral_id in (:references) or watcher_referral_id in (:references)")
            .deleted(Kept.CASE));
    all.add(line("referral_deprivation").where(OF_REFERRAL).deleted(Kept.CASE));
    all.add(line("decision_record").where(OF_REFERRAL).aboutOthers("confirmed_reason").deleted(Kept.CASE));
    all.add(line("consent_grant").where(OF_REFERRAL).aboutOthers("given_by").deleted(Kept.CASE));

    // ---- what was asked about the data itself
    all.add(line("rights_dispute").where(OF_REFERRAL).deleted(Kept.REQUEST));
    all.add(line("rights_correction").where("person_id in (:people)").deleted(Kept.REQUEST));
    all.add(line("rights_restriction").where("person_id in (:people)").deleted(Kept.REQUEST));
    all.add(
        line("rights_export")
            .where(OF_REQUEST)
            .notReleased("content", "the same again: an earlier answer to the same person")
            .deleted(Kept.TRACE));
    all.add(
        line("rights_request")
            .where(OF_REQUEST)
            .blanked("words", "proposal_reason")
            .because("Codes, dates and who decided: that the request was answered must be provable. Nothing says whose it was.")
            .stays(Kept.REQUEST));

    // ---- the referral and the person
    all.add(
        line("referral")
            .pointer("transferred_from in (:references) and not referral_id in (:references)", "transferred_from")
            .because("The referral of another scheme goes on; only that it came from this one is taken out.")
            .stays(Kept.CASE));
    all.add(
        line("referral")
            .pointer("merged_into in (:references) and not referral_id in (:references)", "merged_into")
            .because("The other referral is a record of its own; only that it was joined to this one is taken out.")
            .stays(Kept.CASE));
    all.add(
        line("referral")
            .where(OF_REFERRAL)
            .aboutOthers(
                "referrer_name", "referrer_role", "referrer_organisation", "referrer_email", "referrer_phone", "relation_to_person",
                "reason", "tried", "risk_note")
            .deleted(Kept.CASE));
    all.add(line("person").where("person_id in (:people)").deleted(Kept.CASE));

    // ---- a contact person of a group or organisation: what the group wrote goes, that it applied and what was decided stays
    all.add(
        contact("spring_session")
            .where(
                """
                primary_id in (
                  select a.session_primary_id from spring_session_attributes a
                  where exists (select 1 from %s and position(convert_to(c.word, 'UTF8') in a.attribute_bytes) > 0))"""
                    .formatted(OF_CONTACT))
            .notReleased("primary_id", "technical: a form that somebody has not sent yet")
            .deleted(Kept.TRACE));
    all.add(contact("task_draft").where(DRAFT_OF_CASE).aboutOthers("answers").deleted(Kept.TRACE));
    all.add(
        contact("outbox_message")
            .where("referral_id is null and " + SAME_SCHEME + " and (lower(to_address) in " + EMAILS + " or " + MESSAGE_OF_FILE + ")")
            .aboutOthers("params")
            .deleted(Kept.FILE));
    all.add(
        contact("outbox_message")
            .where("referral_id is not null and " + SAME_SCHEME + " and lower(to_address) in " + EMAILS)
            .notReleased("referral_id", "somebody else's")
            .notReleased("dedup_key", "somebody else's")
            .notReleased("params", "about somebody who was referred")
            .blanked("to_address")
            .because("What was sent about a referral belongs to the record of the person who was referred, without this person's address.")
            .stays(Kept.FILE));
    all.add(
        contact("directory_change")
            .where(SAME_SCHEME + " and (" + mentioned("value_before", "value_after") + ")")
            .blanked("value_before", "value_after")
            .because("When the entry was changed, and by whom, is part of the directory's own history.")
            .stays(Kept.FILE));
    all.add(contact("directory_link").where(OWN_ORGANISATION).deleted(Kept.FILE));
    all.add(
        contact("activity")
            .where(OWN_ORGANISATION + " and " + mentioned(TEXTS_OF_ACTIVITY))
            .takenOut(TEXTS_OF_ACTIVITY)
            .because("What the organisation offers is public and stays, without this person in it.")
            .stays(Kept.FILE));
    all.add(
        contact("organisation")
            .where(OWN_ORGANISATION + " and " + mentioned("email", "phone", "description_en", "description_cy", "website"))
            .takenOut("description_en", "description_cy", "website")
            .because("The organisation's entry in the directory is public and stays, without this person in it.")
            .stays(Kept.FILE));
    all.add(
        contact("organisation")
            .pointer(SAME_SCHEME + " and regexp_replace(phone, '\\D', '', 'g') in " + PHONES, "phone")
            .because("The organisation's entry in the directory is public and stays, without a number that is this person's own.")
            .stays(Kept.FILE));
    all.add(
        contact("organisation")
            .pointer(SAME_SCHEME + " and lower(email) in " + EMAILS, "email")
            .because("The organisation's entry in the directory is public and stays, without an address that is this person's own.")
            .stays(Kept.FILE));
    all.add(contact("application_link").where(OF_FILE).deleted(Kept.FILE));
    all.add(contact("application_answer").where(OF_FILE).aboutOthers("typed", "rival").deleted(Kept.FILE));
    all.add(contact("application_file").where(OF_FILE).aboutOthers("file_name", "content").deleted(Kept.FILE));
    all.add(contact("application_help").where(OF_FILE).aboutOthers("asked", "answer").deleted(Kept.FILE));
    all.add(
        contact("application_change")
            .where(OF_FILE)
            .because("Which questions were changed when; by an account, or by nobody who is named.")
            .stays(Kept.FILE));
    all.add(contact("kitemark_link").where(OF_MARK).deleted(Kept.FILE));
    all.add(
        contact("kitemark_question")
            .where(OF_MARK)
            .aboutOthers("decision_note")
            .blanked("told", "decision_note")
            .because("What was decided about the mark is the organisation's history.")
            .stays(Kept.FILE));
    all.add(
        contact("kitemark_check")
            .where(OF_MARK)
            .blanked("changed")
            .because("That the yearly check was answered is the organisation's history.")
            .stays(Kept.FILE));
    all.add(
        contact("kitemark_visit")
            .where(OF_MARK)
            .aboutOthers("note")
            .blanked("note")
            .because("That the visit was made, and its result, is the organisation's history.")
            .stays(Kept.FILE));
    all.add(
        contact("kitemark_suspension")
            .where(OF_MARK)
            .aboutOthers("reason_text", "confirm_note", "settle_reason", "end_note")
            .blanked("reason_text", "confirm_note", "settle_reason", "end_note")
            .because("That the mark was suspended, and by which code, is the organisation's history.")
            .stays(Kept.FILE));
    all.add(
        contact("kitemark_case")
            .where(OF_CASE)
            .aboutOthers("concern_note", "asked_why", "help_note")
            .blanked("concern_note", "appeal_words", "asked_why", "help_note")
            .because("What became of the application is the organisation's history.")
            .stays(Kept.FILE));
    all.add(
        contact("kitemark_assessment")
            .where(OF_CASE)
            .aboutOthers("reason", "second_reason")
            .blanked("appeal_words")
            .takenOut("reason", "second_reason")
            .because("Why the mark was given or refused is about the organisation, and must stay explainable.")
            .stays(Kept.FILE));
    all.add(
        contact("kitemark_award")
            .where(OF_CASE)
            .because("The register of kite marks is public and about organisations.")
            .stays(Kept.FILE));
    all.add(contact("grant_link").where(OF_FILE).deleted(Kept.FILE));
    all.add(
        contact("grant_score")
            .where(OF_FILE)
            .aboutOthers("comment")
            .blanked("comment")
            .because("How public money was decided about: points stay, words go.")
            .stays(Kept.FILE));
    all.add(
        contact("grant_report")
            .where(OF_FILE)
            .aboutOthers("judged_reason")
            .blanked("done", "changed", "learnt", "judged_reason")
            .because("What was spent of public money: counts stay, words go.")
            .stays(Kept.FILE));
    all.add(
        contact("project_grant")
            .where(OF_FILE)
            .aboutOthers("outcome_reason", "decision_reason")
            .blanked("outcome_reason", "decision_reason")
            .takenOut("title")
            .because("Who was given public money, for what and how much, is about the group.")
            .stays(Kept.FILE));
    all.add(
        contact("community_visit").where(OF_FILE).aboutOthers("note").blanked("note").because("The day, and what was checked.").stays(Kept.FILE));
    all.add(
        contact("community_action").where(OF_FILE).blanked("what").because("That something was agreed, by when.").stays(Kept.FILE));
    all.add(
        contact("community_trial").where(OF_FILE).aboutOthers("note").blanked("note").because("The day, and how many came.").stays(Kept.FILE));
    all.add(
        contact("community_step").where(OF_FILE).aboutOthers("words").blanked("words").because("What happened, by code.").stays(Kept.FILE));
    all.add(
        contact("community_group")
            .where(OF_FILE)
            .blanked("words", "contact_name", "contact_email", "contact_phone")
            .because("That a group was helped, and how it ended.")
            .stays(Kept.FILE));
    all.add(
        contact("application")
            .where(OF_FILE)
            .blanked("contact_name", "contact_email", "contact_phone")
            .because("That a group applied, when, and for what.")
            .stays(Kept.FILE));
    all.add(
        contact("rights_export")
            .where(OF_REQUEST)
            .notReleased("content", "the same again: an earlier answer to the same person")
            .deleted(Kept.TRACE));
    all.add(
        contact("rights_request")
            .where(OF_REQUEST)
            .blanked("words", "proposal_reason")
            .because("Codes, dates and who decided: that the request was answered must be provable.")
            .stays(Kept.REQUEST));

    // ---- about staff, or about nobody who could be found
    all.add(staff("staff_account", Kept.STAFF, "Whoever acted must be nameable as long as the record of the act is kept."));
    all.add(staff("rights_hold", Kept.AUDIT, "References, codes and who put a hold on a record: why it was kept although it was asked for or over."));
    all.add(staff("link_worker", Kept.STAFF, "How much work a member of staff takes on, and where."));
    all.add(staff("staff_absence", Kept.STAFF, "When a member of staff was away; never why."));
    all.add(staff("measure_licence", Kept.STAFF, "Which member of staff recorded a licence."));
    all.add(staff("model_deployment", Kept.AUDIT, "Who put a model into use is part of every decision's explanation."));
    all.add(staff("retention_proposal", Kept.AUDIT, "References, codes and who confirmed: proof that disposal was decided by two people."));
    all.add(
        staff(
            "directory_import",
            Kept.TRACE,
            "A file of an organisation that waits to be loaded; deleted then, or after a day, before anybody could ask for it."));
    all.add(staff("model_draft", Kept.AUDIT, "Which manager began a change to the models, and why it was dropped."));
    all.add(staff("model_draft_file", Kept.AUDIT, "Models, and which manager saved them: part of the story of a change."));
    all.add(staff("model_draft_visit", Kept.TRACE, "Which manager has a draft open just now."));
    all.add(staff("modeler_token", Kept.STAFF, "A manager's own key for a modelling program, as a hash."));
    all.add(staff("model_example", Kept.AUDIT, "Coded facts that a table must answer, and which manager keeps them."));
    all.add(staff("replay_report", Kept.AUDIT, "Counts and references of what a draft would have changed, and which manager asked."));
    all.add(staff("model_change", Kept.AUDIT, "Who proposed a change to the models and who agreed, with their reasons."));
    all.add(staff("model_change_step", Kept.AUDIT, "Who did what about a change to the models."));
    all.add(staff("model_migration", Kept.AUDIT, "Who moved referrals to another version of their process."));
    all.add(staff("audit_check", Kept.AUDIT, "Who had the record checked, and what came of it."));
    all.add(staff("evidence_pack", Kept.TRACE, "What an auditor took away, without names; deleted after a fortnight."));
    all.add(
        staff(
            "audit_entry",
            Kept.AUDIT,
            "Append-only and pseudonymous: references, codes and accounts. What a reference stood for is erased with the record."));
    return List.copyOf(all);
  }

  private static Line line(String table) {
    return new Line(table, PERSON);
  }

  private static Line contact(String table) {
    return new Line(table, CONTACT);
  }

  private static Holding staff(String table, Kept kept, String why) {
    return new Holding(table, STAFF, null, KEPT, Set.of(), Set.of(), Set.of(), Map.of(), kept, why);
  }

  /** Writes one line of the registry. */
  private static final class Line {

    private final String table;
    private final About about;
    private String where;
    private Set<String> blanked = Set.of();
    private Set<String> takenOut = Set.of();
    private Set<String> aboutOthers = Set.of();
    private final Map<String, String> notReleased = new HashMap<>();
    private String why;
    private boolean pointer;

    private Line(String table, About about) {
      this.table = table;
      this.about = about;
    }

    private Line where(String condition) {
      where = condition;
      return this;
    }

    /** Rows of others that point here: only the pointer goes, and they are not part of an answer. */
    private Line pointer(String condition, String column) {
      where = condition;
      blanked = Set.of(column);
      pointer = true;
      return this;
    }

    private Line blanked(String... columns) {
      blanked = Set.of(columns);
      return this;
    }

    /** Texts that stay, without what the person is called and reached by. */
    private Line takenOut(String... columns) {
      takenOut = Set.of(columns);
      return this;
    }

    private Line aboutOthers(String... columns) {
      aboutOthers = Set.of(columns);
      return this;
    }

    private Line notReleased(String column, String reason) {
      notReleased.put(column, reason);
      return this;
    }

    private Line because(String reason) {
      why = reason;
      return this;
    }

    private Holding deleted(Kept kept) {
      return written(DELETED, kept);
    }

    private Holding stays(Kept kept) {
      return written(blanked.isEmpty() && takenOut.isEmpty() ? KEPT : BLANKED, kept);
    }

    private Holding written(Erasure erasure, Kept kept) {
      if (pointer) {
        notReleased.put("*", "a record of its own");
      }
      return new Holding(table, about, where, erasure, blanked, takenOut, aboutOthers, Map.copyOf(notReleased), kept, why);
    }
  }
}
