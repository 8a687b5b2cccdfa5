package io.kfaws.installation;

/** How secrets get from AWS into the cluster: exactly one of the two ways. */
public sealed interface SecretDelivery {

  /** The Secrets Store CSI driver with the AWS provider: a pod mounts a SecretProviderClass. */
  record CsiDriver() implements SecretDelivery {}

  /**
   * The External Secrets Operator: it reads what an ExternalSecret names, through a SecretStore.
   *
   * @param refreshInterval how often it reads it again
   */
  record ExternalSecrets(GoDuration refreshInterval) implements SecretDelivery {}
}
