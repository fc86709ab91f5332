package org.fingerpost.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fingerpost.platform.SmallCount;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Small numbers stay hidden, whatever one calculates from what is shown. */
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmallCountTest {

  private static final int TRIES = 2_000;

  private final Random random = new Random(20261122);

  @Test
  void nobody_is_nobody_one_to_seven_are_hidden_and_the_rest_is_rounded_to_five() {
    assertThat(SmallCount.of(0).text()).isEqualTo("0");
    IntStream.rangeClosed(1, 7).forEach(people -> assertThat(SmallCount.of(people).text()).isEqualTo("*"));
    assertThat(SmallCount.of(8).text()).isEqualTo("10");
    assertThat(SmallCount.of(12).text()).isEqualTo("10");
    assertThat(SmallCount.of(13).text()).isEqualTo("15");
    assertThatThrownBy(() -> SmallCount.of(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_shown_is_a_multiple_of_five_within_two_of_the_truth() {
    for (int people = 8; people < 3_000; people++) {
      int shown = SmallCount.of(people).shown();
      assertThat(shown % 5).isZero();
      assertThat(Math.abs(shown - people)).isLessThanOrEqualTo(2);
      assertThat(shown).as("never a number that would have been hidden").isGreaterThanOrEqualTo(10);
    }
  }

  /** The strongest thing one can ask for: two truths that look alike cell by cell look alike altogether. */
  @Test
  void no_total_tells_two_truths_apart_that_look_alike_cell_by_cell() {
    for (int i = 0; i < TRIES; i++) {
      int rows = 1 + random.nextInt(6);
      int columns = 1 + random.nextInt(6);
      int[][] truth = new int[rows][columns];
      int[][] other = new int[rows][columns];
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          truth[r][c] = random.nextInt(4) == 0 ? 0 : random.nextInt(30);
          other[r][c] = alike(truth[r][c]);
        }
      }
      assertThat(printed(other)).isEqualTo(printed(truth));
    }
  }

  /** Another number of people that is shown in the same way. */
  private int alike(int people) {
    var same =
        IntStream.rangeClosed(Math.max(0, people - 7), people + 7)
            .filter(candidate -> SmallCount.of(candidate).equals(SmallCount.of(people)))
            .toArray();
    return same[random.nextInt(same.length)];
  }

  /** The table with totals on the right, at the bottom, and in the corner. */
  private static List<List<String>> printed(int[][] truth) {
    var table = new ArrayList<List<String>>();
    var columns = new ArrayList<List<SmallCount>>();
    IntStream.range(0, truth[0].length).forEach(c -> columns.add(new ArrayList<>()));
    var all = new ArrayList<SmallCount>();
    for (int[] row : truth) {
      var cells = IntStream.of(row).mapToObj(SmallCount::of).toList();
      IntStream.range(0, cells.size()).forEach(c -> columns.get(c).add(cells.get(c)));
      all.addAll(cells);
      var line = new ArrayList<>(cells);
      line.add(SmallCount.total(cells));
      table.add(line.stream().map(SmallCount::text).toList());
    }
    var bottom = new ArrayList<>(columns.stream().map(SmallCount::total).toList());
    bottom.add(SmallCount.total(all));
    table.add(bottom.stream().map(SmallCount::text).toList());
    return table;
  }

  @Test
  void whoever_subtracts_what_is_shown_from_a_total_learns_nothing_of_a_hidden_number() {
    for (int hidden = 1; hidden <= 7; hidden++) {
      var parts = List.of(SmallCount.of(23), SmallCount.of(hidden), SmallCount.of(41));
      int left = SmallCount.total(parts).shown() - parts.stream().mapToInt(SmallCount::shown).sum();
      assertThat(left).isZero();
    }
  }

  @Test
  void a_total_of_hidden_numbers_alone_is_hidden_too() {
    assertThat(SmallCount.total(List.of(SmallCount.of(3), SmallCount.of(7), SmallCount.of(0))).text()).isEqualTo("*");
    assertThat(SmallCount.total(List.of(SmallCount.of(0), SmallCount.of(0))).text()).isEqualTo("0");
    assertThat(SmallCount.total(List.of()).text()).isEqualTo("0");
  }

  @Test
  void the_order_of_a_list_gives_no_hidden_number_away() {
    for (int i = 0; i < TRIES; i++) {
      assertThat(SmallCount.of(1 + random.nextInt(7))).isEqualByComparingTo(SmallCount.of(1 + random.nextInt(7)));
    }
    assertThat(SmallCount.of(8)).isGreaterThan(SmallCount.of(7));
  }

  @Test
  void a_trend_is_not_shown_where_a_half_is_hidden() {
    assertThat(UnmetNeedLedger.Trend.of(SmallCount.of(3), SmallCount.of(20))).isEqualTo(UnmetNeedLedger.Trend.NOT_SHOWN);
    assertThat(UnmetNeedLedger.Trend.of(SmallCount.of(0), SmallCount.of(20))).isEqualTo(UnmetNeedLedger.Trend.MORE);
    assertThat(UnmetNeedLedger.Trend.of(SmallCount.of(11), SmallCount.of(9))).isEqualTo(UnmetNeedLedger.Trend.SAME);
    assertThat(UnmetNeedLedger.Trend.of(SmallCount.of(30), SmallCount.of(9))).isEqualTo(UnmetNeedLedger.Trend.LESS);
  }
}
