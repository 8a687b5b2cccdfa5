package io.kfaws.installation;

import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;

/**
 * Who reads the secrets out of Secrets Manager: ServiceAccount {@code kubeflow-secrets-manager-sa}.
 *
 * @param roleArn its IRSA role
 */
public record SecretsReader(RoleArn roleArn) {
  /** The service account, as its template names it. */
  public static final ServiceAccount ACCOUNT =
      new ServiceAccount("kubeflow", "kubeflow-secrets-manager-sa");
}
