package io.kfaws.prove;

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
    Stream<Named> ofPods =
        Pod.all(objects)
            .flatMap(
                pod ->
                    References.of(pod).stream()
                        .map(reference -> new Named(pod.owner().toString(), reference)));
    Stream<Named> ofBindings =
        Stream.of("RoleBinding", "ClusterRoleBinding")
            .flatMap(objects::keys)
            .flatMap(
                key ->
                    References.ofBinding(objects.get(key)).stream()
                        .map(reference -> new Named(key.toString(), reference)));
    Stream<Named> ofSecrets =
        Stream.of("ExternalSecret", "SecretStore")
            .flatMap(objects::keys)
            .flatMap(
                key ->
                    References.ofExternal(key, objects.get(key)).stream()
                        .map(reference -> new Named(key.toString(), reference)));
    return Stream.concat(Stream.concat(ofPods, ofBindings), ofSecrets);
  }
}
