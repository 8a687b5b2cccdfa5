package io.kfaws.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a URL says which commit kustomize fetches, and whether that stays. */
class BaseTest {
  private static final String URL = "https://github.com/kubeflow/manifests//example";

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "'', none",
        "?ref=, none",
        "?timeout=90, none",
        "?ref=26.03, 26.03",
        "?version=v1.9.1, v1.9.1",
        "?version=main&ref=26.03, 26.03",
        "?ref=&version=26.03, 26.03",
        "?submodules=false&ref=refs/tags/x, refs/tags/x"
      })
  void refGoesBeforeVersion(String query, String ref) {
    assertThat(new Base(URL + query).ref().orElse(null)).isEqualTo(ref);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "26.03",
        "26.03-rc.1",
        "v1.10.2",
        "v1.10.0-rc.3",
        "1.0.0",
        "v0.5.0alpha1",
        "refs/tags/our-release",
        "0123456789abcdef0123456789abcdef01234567"
      })
  void whatIsWrittenAsATagOrACommitStays(String ref) {
    assertThat(new Base(URL + "?ref=" + ref).isPinned()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main",
        "master",
        "HEAD",
        "v1.9-branch",
        "release-1.9",
        "refs/heads/v1.9.1",
        "0123abc",
        "v1",
        "26"
      })
  void anyOtherNameMayMove(String ref) {
    assertThat(new Base(URL + "?ref=" + ref).isPinned()).isFalse();
  }
}
