package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.kfaws.aws.RoleArn;

/** How pods prove to S3 who they are: exactly one of the two ways. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = S3Access.Irsa.class, name = "irsa"),
  @JsonSubTypes.Type(value = S3Access.StaticKeys.class, name = "staticKeys")
})
public sealed interface S3Access {

  /**
   * IAM roles for service accounts: pods get short-lived credentials for a role.
   *
   * @param roleArn the role of the pipelines' service accounts in namespace kubeflow
   */
  record Irsa(RoleArn roleArn) implements S3Access {}

  /**
   * An access key of an IAM user, kept in Secrets Manager under the JSON keys {@code accesskey} and
   * {@code secretkey}.
   *
   * @param secretName the secret that holds them
   */
  record StaticKeys(SecretName secretName) implements S3Access {}
}
