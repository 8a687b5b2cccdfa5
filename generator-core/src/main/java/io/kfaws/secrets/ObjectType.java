package io.kfaws.secrets;

import com.fasterxml.jackson.annotation.JsonValue;

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

  /** As a class writes it. */
  @JsonValue
  public String text() {
    return text;
  }
}
