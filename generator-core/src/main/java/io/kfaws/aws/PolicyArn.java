package io.kfaws.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a managed policy: {@code arn:<partition>:iam::<12 digits or
 * aws>:policy/<path/><name>}.
 *
 * <p>A name has at most 128 of {@code [A-Za-z0-9+=,.@_-]} (IAM User Guide, "IAM and AWS STS
 * quotas").
 *
 * @param partition where the policy lives
 * @param accountId whose it is; absent for a policy that AWS manages
 * @param path the path between slashes with the slash at its end, or empty
 * @param name the policy's name
 */
public record PolicyArn(
    Partition partition, Optional<AccountId> accountId, String path, String name) {
  private static final String AWS = "aws";
  private static final Pattern FORM =
      Pattern.compile(
          "arn:("
              + Partition.ids()
              + "):iam::([0-9]{12}|aws):policy/"
              + "((?:[A-Za-z0-9+=,.@_-]+/){0,32})([A-Za-z0-9+=,.@_-]{1,128})");
  private static final int LONGEST_PATH = 511;

  /**
   * The policy with this ARN; the inverse of {@link #toString}.
   *
   * @throws IllegalArgumentException if {@code arn} is not the ARN of a managed policy
   */
  @JsonCreator
  public static PolicyArn of(String arn) {
    Matcher parts = Form.require(FORM, arn, "the ARN of a managed IAM policy");
    if (parts.group(3).length() > LONGEST_PATH) {
      throw new IllegalArgumentException("the path of policy " + parts.group(4) + " is too long");
    }
    return new PolicyArn(
        Partition.of(parts.group(1)),
        Optional.of(parts.group(2)).filter(owner -> !owner.equals(AWS)).map(AccountId::new),
        parts.group(3),
        parts.group(4));
  }

  @Override
  @JsonValue
  public String toString() {
    String owner = accountId.map(AccountId::text).orElse(AWS);
    return "arn:" + partition.id() + ":iam::" + owner + ":policy/" + path + name;
  }
}
