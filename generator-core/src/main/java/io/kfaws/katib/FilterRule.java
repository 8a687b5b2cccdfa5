package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * A filter of metrics is a regular expression of Go (RE2) with a group for the name and one for the
 * value. The webhook skips it for collector StdOut, whose pod then ends (Katib, {@code
 * pkg/metricscollector/v1beta1}); here it is an error for all.
 */
final class FilterRule implements ExperimentRule {
  private static final JsonPointer FORMATS =
      JsonPointer.compile("/spec/metricsCollectorSpec/source/filter/metricsFormat");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    List<String> formats =
        experiment
            .spec()
            .metricsCollectorSpec()
            .flatMap(MetricsCollector::source)
            .flatMap(MetricsSource::filter)
            .map(MetricsSource.Filter::metricsFormat)
            .orElse(List.of());
    for (int i = 0; i < formats.size(); i++) {
      validate(formats.get(i), FORMATS.appendIndex(i), findings);
    }
  }

  private static void validate(String format, JsonPointer at, Findings findings) {
    try {
      if (Pattern.compile(format).groupCount() < 2) {
        findings.error(
            "metrics-regex",
            at,
            "has not two groups",
            "put the metric's name and its value in parentheses: ([\\w-]+)=([0-9.]+)");
      }
    } catch (PatternSyntaxException e) {
      findings.error(
          "metrics-regex",
          at,
          "is not a regular expression of Go: " + e.getDescription().toLowerCase(Locale.ROOT),
          "Go's syntax (RE2) has no lookaround, no backreferences and no possessive quantifiers");
    }
  }
}
