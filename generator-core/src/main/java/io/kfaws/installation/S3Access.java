package io.kfaws.installation;

import io.kfaws.aws.RoleArn;

/** How pods prove to S3 who they are: exactly one of the two ways. */
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
