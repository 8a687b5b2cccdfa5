package io.kfaws.katib;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kfaws.Cases;
import io.kfaws.build.RealEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files and folders outside the repository that a system property names, relative to it. */
final class Outside {
  private Outside() {}

  /** What is there; absent if nothing is named, or there is nothing of that name. */
  static Optional<Path> named(String property) {
    return Optional.ofNullable(System.getProperty(property))
        .map(Cases.ROOT::resolve)
        .filter(Files::exists);
  }

  /** Skips, with the reason; where everything has to be there that is a failure. */
  static void missing(String property, String what) {
    String reason = what + " is not there; say where: mvn verify -D" + property + "=<path>";
    if (RealEngine.isRequired()) {
      fail(reason);
    }
    System.out.println("kfaws katib: skipped: " + reason);
    abort(reason);
  }
}
