package org.fingerpost.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.fingerpost.person.NhsNumber;
import org.fingerpost.referral.ReferralRequest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InventedPeopleTest {

  @Test
  void their_nhs_numbers_are_valid_never_issued_and_all_different() {
    var people = new InventedPeople(7);

    var numbers =
        Stream.generate(people::next).limit(500).map(ReferralRequest.Person::nhsNumber).toList();

    assertThat(numbers)
        .doesNotHaveDuplicates()
        .allMatch(NhsNumber::isValid)
        .allMatch(number -> number.startsWith("999"));
  }
}
