package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How secrets get from AWS into the cluster: exactly one of the two ways. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = SecretDelivery.CsiDriver.class, name = "csiDriver"),
  @JsonSubTypes.Type(value = SecretDelivery.ExternalSecrets.class, name = "externalSecrets")
})
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
