package io.kfaws.architecture.violations.text;

import java.time.Instant;
import java.util.UUID;

/** Never the same twice. */
final class Weather {
  private Weather() {}

  @SuppressWarnings("StringCaseLocaleUsage")
  static String report() {
    return Instant.now() + System.getenv("HOME") + UUID.randomUUID() + "RAIN".toLowerCase();
  }
}
