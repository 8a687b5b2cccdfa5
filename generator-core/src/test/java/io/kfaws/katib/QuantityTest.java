package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities come back from Kubernetes in one form. */
class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0Mi, 0",
    "1, 1",
    "+1, 1",
    "2.0, 2",
    "0.5, 500m",
    "1000m, 1",
    "1500m, 1500m",
    "1000, 1k",
    "1500000, 1500k",
    "1000k, 1M",
    "0.0000000001, 1n",
    "1e3, 1e3",
    "1E3, 1e3",
    "10e3, 10e3",
    "1000e3, 1e6",
    "1024Mi, 1Gi",
    "1Gi, 1Gi",
    "1.5Gi, 1536Mi",
    "0.5Gi, 512Mi",
    "1025Ki, 1025Ki",
    "0.5Ki, 512",
    "-2000, -2k",
    "1024, 1024",
    "1000000000000000000000, 1000E",
  })
  void hasOneForm(String given, String canonical) {
    assertThat(Quantity.canonical(given)).isEqualTo(canonical);
  }
}
