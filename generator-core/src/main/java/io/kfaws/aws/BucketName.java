package io.kfaws.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * The name of an S3 bucket, by the rules for general purpose buckets: 3 to 63 lower-case letters,
 * digits, dots and hyphens, starting and ending with a letter or digit, no two dots in a row, not
 * an IP address, none of the prefixes and suffixes that AWS keeps (S3 User Guide, "Bucket naming
 * rules").
 *
 * @param text the name
 */
public record BucketName(@JsonValue String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");
  private static final Pattern KEPT =
      Pattern.compile(
          "(xn--|sthree-|amzn-s3-demo-).*|.*(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)");

  /**
   * Guards the rules.
   *
   * @throws IllegalArgumentException if {@code text} breaks one
   */
  public BucketName {
    Form.require(FORM, text, "a bucket name: 3 to 63 lower-case letters, digits, dots and hyphens");
    if (text.contains("..") || ADDRESS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a bucket name: no two dots in a row, and no IP address");
    }
    if (KEPT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has a prefix or suffix that AWS keeps for itself");
    }
  }

  /** The bucket of this name; the inverse of {@link #text}. */
  @JsonCreator
  public static BucketName of(String text) {
    return new BucketName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
