package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * The values that a parameter can have. All of them are text, numbers too.
 *
 * @param min the smallest number
 * @param max the largest number
 * @param step the distance of numbers
 * @param list the values, where they are not numbers of a range
 * @param distribution how often each is tried; absent: all alike
 */
public record FeasibleSpace(
    Optional<String> min,
    Optional<String> max,
    Optional<String> step,
    List<String> list,
    Optional<Distribution> distribution) {

  /** Copies the list. */
  public FeasibleSpace {
    list = List.copyOf(list);
  }

  /** The numbers from {@code min} to {@code max}. */
  public static FeasibleSpace range(String min, String max) {
    return new FeasibleSpace(
        Optional.of(min), Optional.of(max), Optional.empty(), List.of(), Optional.empty());
  }

  /** These values. */
  public static FeasibleSpace of(List<String> values) {
    return new FeasibleSpace(
        Optional.empty(), Optional.empty(), Optional.empty(), values, Optional.empty());
  }

  FeasibleSpace step(String width) {
    return new FeasibleSpace(min, max, Optional.of(width), list, distribution);
  }

  FeasibleSpace distributed(Distribution by) {
    return new FeasibleSpace(min, max, step, list, Optional.of(by));
  }

  /** How often each value is tried. */
  public enum Distribution {
    /** All alike. */
    @JsonProperty("uniform")
    UNIFORM,
    /** All orders of magnitude alike. */
    @JsonProperty("logUniform")
    LOG_UNIFORM,
    /** The middle more often. */
    @JsonProperty("normal")
    NORMAL,
    /** The middle order of magnitude more often. */
    @JsonProperty("logNormal")
    LOG_NORMAL,
    /** Katib's word for none of them. */
    @JsonProperty("unknown")
    UNKNOWN;

    /** Whether values have to be above 0. */
    boolean isLogarithmic() {
      return this == LOG_UNIFORM || this == LOG_NORMAL;
    }
  }
}
