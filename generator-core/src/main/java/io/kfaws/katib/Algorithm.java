package io.kfaws.katib;

import io.kfaws.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An algorithm that looks for the next trial, or for trials to stop early, with its settings.
 *
 * @param algorithmName the algorithm, as the installation's katib-config names it
 * @param algorithmSettings its settings; the algorithm's service validates them when the experiment
 *     starts
 */
public record Algorithm(String algorithmName, List<Setting> algorithmSettings) {

  /** Copies the list. */
  public Algorithm {
    algorithmSettings = List.copyOf(algorithmSettings);
  }

  /** An algorithm without settings. */
  public static Algorithm named(String name) {
    return new Algorithm(name, List.of());
  }

  /** The same algorithm with one more setting. */
  public Algorithm set(String setting, String value) {
    return new Algorithm(
        algorithmName,
        Stream.concat(algorithmSettings.stream(), Stream.of(new Setting(setting, value))).toList());
  }

  /** The same algorithm with one more setting, a number. */
  public Algorithm set(String setting, double value) {
    return set(setting, Numbers.text(value));
  }

  /** Where a setting is in the list; below 0 if it is not. */
  int indexOf(String setting) {
    return algorithmSettings.stream().map(Setting::name).toList().indexOf(setting);
  }

  /** A setting's value, if it is there. */
  Optional<String> value(String setting) {
    int index = indexOf(setting);
    return index < 0 ? Optional.empty() : Optional.of(algorithmSettings.get(index).value());
  }

  /**
   * One setting of an algorithm.
   *
   * @param name its name
   * @param value its value, always text
   */
  public record Setting(String name, String value) {}
}
