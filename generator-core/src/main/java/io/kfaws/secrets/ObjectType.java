package io.kfaws.secrets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The AWS service that holds an object (AWS provider, {@code objectType}). */
public enum ObjectType {
  /** AWS Secrets Manager. */
  SECRETS_MANAGER("secretsmanager"),
  /** Parameter Store, a part of AWS Systems Manager. */
  SSM_PARAMETER("ssmparameter");

  private final String text;

  ObjectType(String text) {
    this.text = text;
  }

  /** The service that a class calls so; absent for any other word. */
  static Optional<ObjectType> of(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  /** As a class writes it. */
  @JsonValue
  public String text() {
    return text;
  }
}
