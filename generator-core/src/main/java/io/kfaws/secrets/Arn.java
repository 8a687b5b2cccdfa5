package io.kfaws.secrets;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of an ARN that tell where an object is, whatever else it holds.
 *
 * @param partition for example {@code aws-cn}
 * @param service for example {@code ssm}
 * @param region for example {@code us-west-2}
 */
record Arn(String partition, String service, String region) {
  private static final Pattern FORM = Pattern.compile("arn:([^:]*):([^:]*):([^:]*):[^:]*:.*");

  /** The ARN as an object's name; absent for a bare name. */
  static Optional<Arn> of(String objectName) {
    Matcher arn = FORM.matcher(objectName);
    return arn.matches()
        ? Optional.of(new Arn(arn.group(1), arn.group(2), arn.group(3)))
        : Optional.empty();
  }

  /** The service as a class calls it; absent if it holds no secrets. */
  Optional<ObjectType> type() {
    return switch (service) {
      case "secretsmanager" -> Optional.of(ObjectType.SECRETS_MANAGER);
      case "ssm" -> Optional.of(ObjectType.SSM_PARAMETER);
      default -> Optional.empty();
    };
  }
}
