package io.kfaws.prove;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of kustomize.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 */
public record EngineVersion(int major, int minor, int patch) implements Comparable<EngineVersion> {
  /**
   * The oldest with which every release, overlay and access has been built and proven; it is the
   * one in kubectl 1.32.
   */
  public static final EngineVersion OLDEST = new EngineVersion(5, 5, 0);

  private static final Pattern FORM = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

  private static final Comparator<EngineVersion> ORDER =
      Comparator.comparingInt(EngineVersion::major)
          .thenComparingInt(EngineVersion::minor)
          .thenComparingInt(EngineVersion::patch);

  /** The first version in a text, for example in {@code {Version:kustomize/v4.5.7 …}}. */
  static Optional<EngineVersion> in(String text) {
    Matcher version = FORM.matcher(text);
    return version.find()
        ? Optional.of(
            new EngineVersion(
                Integer.parseInt(version.group(1)),
                Integer.parseInt(version.group(2)),
                Integer.parseInt(version.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(EngineVersion other) {
    return ORDER.compare(this, other);
  }

  /** {@code 5.5.0}. */
  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
