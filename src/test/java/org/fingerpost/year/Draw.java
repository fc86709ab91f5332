package org.fingerpost.year;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, drawn from a seed: the same seed draws the same, in whatever order people act. */
final class Draw {

  /** From the mean to the 90th percentile of a normal distribution, in standard deviations. */
  private static final double TO_P90 = 1.2816;

  private final SplittableRandom random;

  Draw(long seed, long... salts) {
    long mixed = seed;
    for (long salt : salts) {
      mixed = mixed * 0x9E3779B97F4A7C15L + salt + 1;
      mixed ^= mixed >>> 29;
    }
    random = new SplittableRandom(mixed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The index drawn by weights, which need not add up to anything. */
  int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Days, log-normal with this median and 90th percentile. */
  double days(double median, double p90) {
    return median * Math.exp(normal() * Math.log(p90 / median) / TO_P90);
  }

  /** A score of 0 to 10, normal around the mean and cut off at the ends. */
  int score(double mean, double deviation) {
    return (int) Math.max(0, Math.min(10, Math.round(mean + deviation * normal())));
  }

  /** Negative binomial, as a Poisson whose mean is itself gamma distributed: a few months bring most. */
  int negativeBinomial(double mean, double dispersion) {
    return poisson(gamma(dispersion) * mean / dispersion);
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int drawn = 0;
    while (product > limit) {
      product *= random.nextDouble();
      drawn++;
    }
    return drawn;
  }

  /** Gamma with this shape, at least 1, and scale 1 (Marsaglia and Tsang, 2000). */
  private double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  private double normal() {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
