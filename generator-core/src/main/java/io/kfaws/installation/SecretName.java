package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.aws.Partition;
import io.kfaws.aws.Region;
import io.kfaws.credentials.Credentials;
import io.kfaws.text.Form;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Secrets Manager secret is called: its name (1 to 512 of {@code [A-Za-z0-9/_+=.@-]}, after
 * {@code rds!} or the like where a service manages it) or its full ARN. Never what it holds.
 *
 * @param text the name or ARN
 */
public record SecretName(@JsonValue String text) {
  private static final String NAME = "(?:[a-z]+!)?[A-Za-z0-9/_+=.@-]{1,512}";
  private static final Pattern ARN =
      Pattern.compile(
          "arn:(?:"
              + Partition.ids()
              + "):secretsmanager:(?<region>[a-z0-9-]+):[0-9]{12}:secret:"
              + NAME);
  private static final Pattern FORM = Pattern.compile(NAME + "|" + ARN.pattern());

  /**
   * Guards the form, and refuses what looks like a credential.
   *
   * @throws IllegalArgumentException if {@code text} is neither a name nor an ARN; the message
   *     never repeats what looks like a credential
   */
  public SecretName {
    if (Credentials.isIn(text)) {
      throw new IllegalArgumentException(
          "the value looks like a credential; only the name of a secret may stand here");
    }
    Form.require(FORM, text, "the name or the ARN of a Secrets Manager secret");
  }

  /** The region that an ARN names; absent for a bare name, which is in the reader's region. */
  public Optional<Region> region() {
    Matcher arn = ARN.matcher(text);
    return arn.matches() ? Optional.of(new Region(arn.group("region"))) : Optional.empty();
  }

  /** The secret of this name; the inverse of {@link #text}. */
  @JsonCreator
  public static SecretName of(String text) {
    return new SecretName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
