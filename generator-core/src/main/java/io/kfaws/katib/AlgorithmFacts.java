package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kfaws.katib.FeasibleSpace.Distribution;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What the service of an algorithm validates when an experiment starts. The webhook does not: an
 * experiment with a wrong setting is accepted, and fails.
 *
 * @param source where that is in Katib's source
 * @param unknownSettings what the service does with settings that it does not know
 * @param settings the settings there are, and what their values must be
 * @param distributions the distributions that it samples by, for each type of parameter; others it
 *     ignores
 * @param dropped the distributions whose parameters its suggestions lack
 * @param needs the ids of further rules that hold for it
 */
public record AlgorithmFacts(
    String source,
    UnknownSettings unknownSettings,
    SortedMap<String, SettingForm> settings,
    SortedMap<Parameter.Type, List<Distribution>> distributions,
    List<Distribution> dropped,
    List<String> needs) {

  /** Copies the collections. */
  public AlgorithmFacts {
    settings = Trees.sorted(settings);
    distributions = Trees.sorted(distributions);
    dropped = List.copyOf(dropped);
    needs = List.copyOf(needs);
  }

  /** Whether a rule holds for it. */
  boolean needs(String rule) {
    return needs.contains(rule);
  }

  /** The distributions by which it samples parameters of a type. */
  List<Distribution> samples(Parameter.Type type) {
    return distributions.getOrDefault(type, List.of());
  }

  /** The settings without which an experiment does not start. */
  TreeSet<String> required() {
    TreeSet<String> required = new TreeSet<>();
    for (Map.Entry<String, SettingForm> setting : settings.entrySet()) {
      if (setting.getValue().required()) {
        required.add(setting.getKey());
      }
    }
    return required;
  }

  /** What a service does with a setting that it does not know. */
  public enum UnknownSettings {
    /** It fails. */
    @JsonProperty("refused")
    REFUSED,
    /** It goes on as if the setting were not there. */
    @JsonProperty("ignored")
    IGNORED
  }
}
