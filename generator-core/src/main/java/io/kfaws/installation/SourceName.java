package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.aws.AccountId;
import io.kfaws.aws.Partition;
import io.kfaws.credentials.Credentials;
import io.kfaws.text.Form;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a secret of Secrets Manager or a parameter of Parameter Store is called: its name or its
 * full ARN, where {@value #PROFILE} stands for the name of a profile. Never what it holds.
 *
 * @param text the name or ARN
 */
public record SourceName(@JsonValue String text) {
  /** What stands for the name of the profile. */
  public static final String PROFILE = "{profile}";

  private static final String PART = "(?:[A-Za-z0-9/_+=.@-]|\\{profile\\}){1,1011}";
  private static final Pattern ARN =
      Pattern.compile(
          "arn:(?:"
              + Partition.ids()
              + "):(?:secretsmanager|ssm):[a-z0-9-]+"
              + ":(?<account>[0-9]{12}):(?:secret:(?:[a-z]+!)?|parameter/)"
              + PART);
  private static final Pattern FORM = Pattern.compile("(?:[a-z]+!)?" + PART + "|" + ARN.pattern());

  /**
   * Guards the form, and refuses what looks like a credential.
   *
   * @throws IllegalArgumentException if {@code text} is neither a name nor an ARN; the message
   *     never repeats what looks like a credential
   */
  public SourceName {
    if (Credentials.isIn(text)) {
      throw new IllegalArgumentException(
          "the value looks like a credential; only the name of a secret may stand here");
    }
    Form.require(FORM, text, "the name or the ARN of a secret or parameter");
  }

  /** The name or ARN with this text; the inverse of {@link #text}. */
  @JsonCreator
  public static SourceName of(String text) {
    return new SourceName(text);
  }

  /** Whether it differs from profile to profile. */
  public boolean isOfProfile() {
    return text.contains(PROFILE);
  }

  /** The name or ARN for one profile. */
  public String in(String profile) {
    return text.replace(PROFILE, profile);
  }

  /** The account that an ARN names; absent for a bare name, which is in the reader's account. */
  public Optional<AccountId> accountId() {
    Matcher arn = ARN.matcher(text);
    return arn.matches() ? Optional.of(AccountId.of(arn.group("account"))) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
