package io.kfaws.docs;

import io.kfaws.Cases;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code docs/releases.md} has what the release descriptors have. */
class ReleasesPageTest {
  @Test
  void describesTheDescriptors() throws IOException {
    GeneratedPage.check("releases.md", ReleasesPage.of(Cases.ROOT.resolve("overlays")));
  }
}
