package org.fingerpost.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Scheme;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What is applied for in tests of the pages alone: the kite mark's questions without what follows them. Serves no scheme until a test says so,
 * and then before anybody else.
 */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class TrialKind implements ApplicationKind {

  public Set<String> serves = Set.of();
  public final List<String> sent = new ArrayList<>();
  public final List<String> sentMore = new ArrayList<>();
  public boolean breaks;

  @Override
  public String kind() {
    return KITE_MARK;
  }

  @Override
  public String questionnaire() {
    return "kitemark";
  }

  @Override
  public String referencePrefix() {
    return "KM";
  }

  @Override
  public boolean offered(Scheme scheme) {
    return serves.contains(scheme.id());
  }

  @Override
  public List<Gap> gaps(Application application) {
    return application.has("complaintsRoute")
        ? List.of()
        : List.of(
            new Gap("COMPLAINTS", new LocalisedText("A way to complain", "Ffordd o gwyno"), List.of("complaintsRoute"), true));
  }

  @Override
  public void submitted(Application application) {
    if (breaks) {
      throw new IllegalStateException("What follows does not work");
    }
    sent.add(application.reference());
  }

  @Override
  public void answeredMore(Application application) {
    sentMore.add(application.reference());
  }
}
