package io.kfaws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** The Python that tests run programs with. */
public final class Python {
  private Python() {}

  /**
   * The interpreter itself: what is in PATH may be a script that needs an environment. Without one
   * the test is skipped, but not in CI.
   */
  public static String interpreter() throws IOException {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)")
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    } catch (IOException absent) {
      String reason = "python3 cannot be started, so its programs are not tested: " + absent;
      assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
      return Assumptions.abort(reason);
    }
  }
}
