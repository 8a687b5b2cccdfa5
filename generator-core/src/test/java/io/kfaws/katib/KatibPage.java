package io.kfaws.katib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The AWS distribution's page on Katib, and the experiment that its shell would write. */
final class KatibPage {
  private static final String BEGIN = "cat <<EOF > experiment.yaml";

  private KatibPage() {}

  /** The experiment's YAML, for profile {@code team-a}. */
  static String experiment(Path page) throws IOException {
    return Files.readString(page)
        .lines()
        .dropWhile(line -> !line.contains(BEGIN))
        .skip(1)
        .takeWhile(line -> !line.strip().equals("EOF"))
        .map(line -> line.replace("${PROFILE_NAME}", "team-a").replace("\\$", "$"))
        .collect(Collectors.joining("\n"));
  }
}
