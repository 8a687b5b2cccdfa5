package io.kfaws.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An AWS region: {@code us-west-2}, {@code cn-north-1}, {@code us-gov-east-1}.
 *
 * @param text the region's code
 */
public record Region(@JsonValue String text) {
  private static final Pattern FORM =
      Pattern.compile(
          Partition.all().stream().map(Partition::regions).collect(Collectors.joining("|")));

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public Region {
    Form.require(FORM, text, "an AWS region such as us-west-2");
  }

  /** Whether a text has the form of a region's code. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** The region with this code; the inverse of {@link #text}. */
  @JsonCreator
  public static Region of(String text) {
    return new Region(text);
  }

  /** The partition that the region's prefix tells. */
  public Partition partition() {
    return Partition.all().stream()
        .filter(partition -> partition.hasRegion(text))
        .findFirst()
        .orElse(Partition.AWS);
  }

  /**
   * The regional S3 endpoint: right in every release, while the global one is wrong outside
   * us-east-1 from Kubeflow 1.11 on.
   */
  public String s3Endpoint() {
    return "s3." + text + "." + partition().dnsSuffix();
  }

  @Override
  public String toString() {
    return text;
  }
}
