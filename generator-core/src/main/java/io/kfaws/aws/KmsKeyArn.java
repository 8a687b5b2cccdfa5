package io.kfaws.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * The ARN of a KMS key, {@code arn:<partition>:kms:<region>:<12 digits>:key/<key id>}. An alias is
 * none: the resource of a policy that permits to use a key is the key (KMS Developer Guide, "Key
 * identifiers").
 *
 * @param text the ARN
 */
public record KmsKeyArn(@JsonValue String text) {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:(?<partition>"
              + Partition.ids()
              + "):kms:(?<region>[a-z0-9-]+):[0-9]{12}:key/"
              + "(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private static final String WORDS =
      "the ARN of a KMS key, arn:aws:kms:<region>:<account>:key/<key id>";

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public KmsKeyArn {
    Form.require(FORM, text, WORDS);
  }

  /** The key with this ARN; the inverse of {@link #text}. */
  @JsonCreator
  public static KmsKeyArn of(String text) {
    return new KmsKeyArn(text);
  }

  /** The partition that it is in. */
  public Partition partition() {
    return Partition.of(Form.require(FORM, text, WORDS).group("partition"));
  }

  /** The region that it is in; it encrypts nothing in another one. */
  public Region region() {
    return new Region(Form.require(FORM, text, WORDS).group("region"));
  }

  @Override
  public String toString() {
    return text;
  }
}
