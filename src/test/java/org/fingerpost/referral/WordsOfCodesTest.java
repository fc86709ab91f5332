package org.fingerpost.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.fingerpost.eligibility.Route;
import org.fingerpost.platform.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsOfCodesTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_code_that_people_see_has_words(Language language) {
    var referral = ResourceBundle.getBundle("messages/referral", language.locale());
    assertThat(referral.keySet())
        .containsAll(keys("stage.", Stage.values()))
        .containsAll(keys("closed-state.", ClosedState.values()))
        .containsAll(keys("closed-state-told.", ClosedState.values()))
        .containsAll(keys("closure-reason.", ClosureReason.values()))
        .containsAll(keys("withdrawal-reason.", WithdrawalReason.values()))
        .containsAll(keys("referrer-kind.", ReferrerKind.values()))
        .containsAll(keys("relation.", Relation.values()))
        .containsAll(keys("consent-given-by.", ConsentGivenBy.values()))
        .containsAll(keys("consent-how.", ConsentHow.values()));
    var eligibility = ResourceBundle.getBundle("messages/eligibility", language.locale());
    assertThat(eligibility.keySet()).containsAll(keys("route.", Route.values()));
  }

  private static Iterable<String> keys(String prefix, Enum<?>... codes) {
    return Stream.of(codes).map(code -> prefix + code.name()).toList();
  }
}
