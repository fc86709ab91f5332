package org.fingerpost.kitemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The draw of marks to be visited: fair, and shown to be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitDrawTest {

  private static final List<UUID> POOL = IntStream.range(0, 40).mapToObj(i -> new UUID(7, i)).toList();

  @Test
  void whoever_draws_again_with_the_same_seed_draws_the_same_whatever_the_order_of_the_pool() {
    var shuffled = new ArrayList<>(POOL);
    Collections.shuffle(shuffled, new Random(3));

    assertThat(VisitDraw.of("a-seed", shuffled, 5)).isEqualTo(VisitDraw.of("a-seed", POOL, 5)).hasSize(5);
    assertThat(VisitDraw.of("another-seed", POOL, 5)).isNotEqualTo(VisitDraw.of("a-seed", POOL, 5));
  }

  @Test
  void over_many_draws_everybody_is_drawn_about_equally_often() {
    var times = new HashMap<UUID, Integer>();
    for (int draw = 0; draw < 4000; draw++) {
      VisitDraw.of("seed-" + draw, POOL, 2).forEach(mark -> times.merge(mark, 1, Integer::sum));
    }
    // 4000 draws of 2 out of 40: 200 each, give or take five standard deviations.
    assertThat(times.values()).hasSize(40).allSatisfy(count -> assertThat(count).isBetween(130, 270));
  }

  @Test
  void five_in_a_hundred_a_year_and_at_least_one_where_there_is_any() {
    assertThat(VisitDraw.howMany(0, 13, 0)).as("no marks").isZero();
    assertThat(VisitDraw.howMany(3, 13, 0)).as("three marks, first quarter").isEqualTo(1);
    assertThat(VisitDraw.howMany(3, 50, 1)).as("three marks, one drawn already").isZero();
    assertThat(VisitDraw.howMany(200, 13, 0)).isEqualTo(3);
    assertThat(VisitDraw.howMany(200, 25, 3)).isEqualTo(2);
    assertThat(VisitDraw.howMany(200, 38, 5)).isEqualTo(3);
    assertThat(VisitDraw.howMany(200, 50, 8)).isEqualTo(2);
  }

  @Test
  void nobody_is_drawn_who_is_not_in_the_pool() {
    assertThat(VisitDraw.of("a-seed", POOL, 100)).containsExactlyInAnyOrderElementsOf(POOL);
    assertThat(VisitDraw.of("a-seed", POOL, -1)).isEmpty();
  }
}
