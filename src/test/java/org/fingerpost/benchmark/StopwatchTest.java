package org.fingerpost.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StopwatchTest {

  @Test
  void percentiles_are_taken_by_nearest_rank() {
    var nanos = LongStream.rangeClosed(1, 100).map(n -> n * 1_000_000).boxed().toList();

    assertThat(Stopwatch.percentile(nanos, 50)).isEqualTo(50.0);
    assertThat(Stopwatch.percentile(nanos, 95)).isEqualTo(95.0);
    assertThat(Stopwatch.percentile(List.of(7_000_000L), 95)).isEqualTo(7.0);
  }
}
