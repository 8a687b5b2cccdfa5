package io.kfaws.installation;

import io.kfaws.aws.ServiceAccount;

/**
 * A service account that may take a role, or, with {@code wildcard}, a pattern of several.
 *
 * @param namespace its namespace
 * @param name its name
 * @param wildcard whether {@code *} and {@code ?} stand for other text in the two
 */
public record TrustedAccount(String namespace, String name, boolean wildcard) {

  /** As a trust policy names it. */
  public ServiceAccount serviceAccount() {
    return new ServiceAccount(namespace, name);
  }
}
