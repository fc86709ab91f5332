package org.fingerpost.grants;

import java.util.ArrayList;
import java.util.List;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.questionnaire.ApplicationKind;
import org.fingerpost.questionnaire.Gap;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.SmallGrants;
import org.fingerpost.platform.Language;
import org.fingerpost.scheme.SchemeWords;
import org.springframework.stereotype.Component;

/** Small grants as something that can be applied for, where a scheme gives them. */
@Component
class GrantApplications implements ApplicationKind {

  private final CheckingGrant checking;
  private final Schemes schemes;
  private final SchemeWords words;

  GrantApplications(CheckingGrant checking, Schemes schemes, SchemeWords words) {
    this.checking = checking;
    this.schemes = schemes;
    this.words = words;
  }

  @Override
  public String kind() {
    return GRANT;
  }

  @Override
  public String questionnaire() {
    return "grant";
  }

  @Override
  public String referencePrefix() {
    return "GR";
  }

  @Override
  public boolean offered(Scheme scheme) {
    return scheme.grants() != null;
  }

  /** What the table would stumble over, told while it can still be mended. Nobody is kept from sending. */
  @Override
  public List<Gap> gaps(Application application) {
    var gaps = new ArrayList<Gap>();
    SmallGrants rules = schemes.get(application.schemeId()).grants();
    if (Pounds.pence(application.money("amountAsked")) > rules.mostPerProject()) {
      gaps.add(gap(application, "AMOUNT", List.of("amountAsked"), Pounds.written(rules.mostPerProject())));
    }
    boolean formKnown = application.text("legalForm") != null;
    if (formKnown && GrantFacts.constituted(application) && !GrantFacts.governanceShown(application)) {
      gaps.add(
          gap(
              application,
              "GOVERNANCE",
              List.of("committee", "bankTwoSignatories", "governingDocument"),
              GrantFacts.LEAST_COMMITTEE));
    }
    if (formKnown && !GrantFacts.constituted(application) && Boolean.FALSE.equals(application.flag("setUpSupport"))) {
      gaps.add(gap(application, "SUPPORT", List.of("setUpSupport")));
    }
    return gaps;
  }

  private Gap gap(Application application, String code, List<String> questions, Object... args) {
    String key = "grants.gap." + code;
    return new Gap(
        code,
        new LocalisedText(
            words.say(application.schemeId(), Language.EN, key, args), words.say(application.schemeId(), Language.CY, key, args)),
        questions,
        false);
  }

  @Override
  public void submitted(Application application) {
    checking.receive(application);
  }

  @Override
  public void answeredMore(Application application) {
    checking.answered(application);
  }
}
