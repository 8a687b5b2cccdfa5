package io.kfaws.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of an IAM role: {@code arn:<partition>:iam::<12 digits>:role/<path/><name>}.
 *
 * <p>A name has at most 64 of {@code [A-Za-z0-9+=,.@_-]}, a path at most 512 characters (IAM User
 * Guide, "IAM and AWS STS quotas").
 *
 * @param partition where the role lives
 * @param accountId whose it is
 * @param path the path between slashes with the slash at its end, or empty
 * @param name the role's name
 */
public record RoleArn(Partition partition, AccountId accountId, String path, String name) {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:("
              + Partition.ids()
              + "):iam::([0-9]{12}):role/"
              + "((?:[A-Za-z0-9+=,.@_-]+/){0,32})([A-Za-z0-9+=,.@_-]{1,64})");
  private static final int LONGEST_PATH = 511;

  /**
   * The role with this ARN; the inverse of {@link #toString}.
   *
   * @throws IllegalArgumentException if {@code arn} is not the ARN of a role
   */
  @JsonCreator
  public static RoleArn of(String arn) {
    Matcher parts = Form.require(FORM, arn, "the ARN of an IAM role");
    if (parts.group(3).length() > LONGEST_PATH) {
      throw new IllegalArgumentException("the path of role " + parts.group(4) + " is too long");
    }
    return new RoleArn(
        Partition.of(parts.group(1)),
        new AccountId(parts.group(2)),
        parts.group(3),
        parts.group(4));
  }

  /**
   * What IAM distinguishes the roles of all accounts by: account and name, whatever its case, and
   * not the path (IAM User Guide, "IAM identifiers").
   */
  public String key() {
    return accountId + "/" + name.toLowerCase(Locale.ROOT);
  }

  @Override
  @JsonValue
  public String toString() {
    return "arn:" + partition.id() + ":iam::" + accountId + ":role/" + path + name;
  }
}
