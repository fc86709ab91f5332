package org.fingerpost.questionnaire;

import java.util.List;
import org.fingerpost.scheme.Scheme;

/**
 * What can be applied for: a port that the kite mark and the grants implement, each with one component. Where several components are
 * of the same kind, the first that is offered in a scheme serves that scheme.
 */
public interface ApplicationKind {

  /** Served at {@code /kitemark/apply}. */
  String KITE_MARK = "KITE_MARK";

  /** Served at {@code /grants/apply}. */
  String GRANT = "GRANT";

  /** {@link #KITE_MARK} or {@link #GRANT}. */
  String kind();

  /** Id of the questionnaire; a new application takes its latest version. */
  String questionnaire();

  /** Two capital letters that the reference begins with. */
  String referencePrefix();

  /** Whether people of this scheme can apply. */
  boolean offered(Scheme scheme);

  /** What this application still needs, as far as the answers tell by now. Asked whenever the list of pages is shown: quick, and changes nothing. */
  List<Gap> gaps(Application application);

  /** It was sent: called in the transaction that sends it, so that the process starts with it or not at all. */
  void submitted(Application application);

  /** What was asked for was answered: called in the transaction that sends it again. */
  void answeredMore(Application application);
}
