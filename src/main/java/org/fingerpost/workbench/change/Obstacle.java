package org.fingerpost.workbench.change;

import java.util.List;

/**
 * Why a change cannot be proposed or carried out: a key of the message bundles, so that each reader hears it in their language.
 *
 * @param args names from models, codes and numbers
 */
public record Obstacle(String key, List<String> args) {

  static Obstacle of(String key, String... args) {
    return new Obstacle(key, List.of(args));
  }
}
