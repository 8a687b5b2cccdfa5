package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kfaws.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A parameter whose best value an experiment looks for.
 *
 * @param name its name; trial parameters refer to it
 * @param parameterType what its values are
 * @param feasibleSpace which values there are
 */
public record Parameter(String name, Type parameterType, FeasibleSpace feasibleSpace) {

  /** A number from {@code min} to {@code max}. */
  public static Parameter real(String name, double min, double max) {
    return new Parameter(
        name, Type.DOUBLE, FeasibleSpace.range(Numbers.text(min), Numbers.text(max)));
  }

  /** A whole number from {@code min} to {@code max}. */
  public static Parameter whole(String name, long min, long max) {
    return new Parameter(
        name, Type.INT, FeasibleSpace.range(Long.toString(min), Long.toString(max)));
  }

  /** One of these texts. */
  public static Parameter choice(String name, String... values) {
    return new Parameter(name, Type.CATEGORICAL, FeasibleSpace.of(List.of(values)));
  }

  /** One of these numbers. */
  public static Parameter discrete(String name, double... values) {
    List<String> texts = Arrays.stream(values).mapToObj(Numbers::text).toList();
    return new Parameter(name, Type.DISCRETE, FeasibleSpace.of(texts));
  }

  /** The same parameter in steps of this width, from its smallest value. */
  public Parameter step(double step) {
    return with(feasibleSpace.step(Numbers.text(step)));
  }

  /** The same parameter with its values distributed like this. */
  public Parameter distributed(FeasibleSpace.Distribution distribution) {
    return with(feasibleSpace.distributed(distribution));
  }

  private Parameter with(FeasibleSpace space) {
    return new Parameter(name, parameterType, space);
  }

  /** Whether it has a smallest and a largest value. */
  boolean isNumber() {
    return parameterType == Type.INT || parameterType == Type.DOUBLE;
  }

  /** What the values of a parameter are. */
  public enum Type {
    /** Numbers. */
    @JsonProperty("double")
    DOUBLE,
    /** Whole numbers. */
    @JsonProperty("int")
    INT,
    /** Numbers of a list. */
    @JsonProperty("discrete")
    DISCRETE,
    /** Texts of a list. */
    @JsonProperty("categorical")
    CATEGORICAL,
    /** Katib's word for none of them; no algorithm can use such a parameter. */
    @JsonProperty("unknown")
    UNKNOWN;

    /** The type as it is written. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
