package io.kfaws.kube;

import java.util.List;
import java.util.Map;

/**
 * What the base of an overlay brings in namespace {@value #NAMESPACE}, as far as an overlay may
 * refer to it.
 *
 * @param configMaps keys by name
 * @param secrets keys by name
 * @param serviceAccounts names
 */
public record Provided(
    Map<String, List<String>> configMaps,
    Map<String, List<String>> secrets,
    List<String> serviceAccounts) {

  /** Where Kubeflow's own workloads live in every release. */
  public static final String NAMESPACE = "kubeflow";

  /** Copies the collections. */
  public Provided {
    configMaps = Map.copyOf(configMaps);
    secrets = Map.copyOf(secrets);
    serviceAccounts = List.copyOf(serviceAccounts);
  }
}
