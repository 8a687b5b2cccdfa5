package io.kfaws.prove;

import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.Reference;
import io.kfaws.kube.References;
import java.util.stream.Stream;

/**
 * A reference and who makes it.
 *
 * @param owner the object that names another, as messages call it
 * @param to what it names
 */
record Named(String owner, Reference to) {
  /** Every reference of every pod, role binding, ExternalSecret and SecretStore. */
  static Stream<Named> all(Objects objects) {
    return objects.byKey().entrySet().stream()
        .flatMap(
            entry ->
                References.of(new KubernetesObject(entry.getValue())).stream()
                    .map(named -> new Named(entry.getKey().toString(), named.to())));
  }
}
