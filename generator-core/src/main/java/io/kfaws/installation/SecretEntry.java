package io.kfaws.installation;

import io.kfaws.aws.Region;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.SyncedSecret;
import java.util.List;
import java.util.Optional;

/**
 * What pods read for one purpose: a SecretProviderClass in each of its namespaces, or what the
 * External Secrets Operator has in its place. In a configuration that was read, exactly one of
 * {@code profiles} and {@code namespace} is there, and a service account.
 *
 * @param name the class's name, a DNS subdomain
 * @param profiles the profiles in whose namespaces it lies; {@value #EVERY} alone: all of them
 * @param namespace the namespace in which it lies, if that is no profile's
 * @param serviceAccount who reads it: the service account of the pods that mount it
 * @param region where its objects are
 * @param failoverRegion where they are asked for when {@code region} does not answer
 * @param pathTranslation what takes the place of a slash in file names, one character or {@code
 *     False}; absent: {@code _}
 * @param preferredAddressType the address family of the Pod Identity agent
 * @param objects what it reads
 * @param secretObjects the Kubernetes Secrets that are made of it
 * @param mountedBy who mounts it; absent where pods mount files alone, or nothing has to be mounted
 */
public record SecretEntry(
    String name,
    List<String> profiles,
    Optional<DnsLabel> namespace,
    Optional<String> serviceAccount,
    Region region,
    Optional<Region> failoverRegion,
    Optional<String> pathTranslation,
    Optional<String> preferredAddressType,
    List<SecretObject> objects,
    List<SyncedSecret> secretObjects,
    Optional<MountedBy> mountedBy) {

  /** What stands for every profile. */
  public static final String EVERY = "*";

  /** Copies the lists. */
  public SecretEntry {
    profiles = List.copyOf(profiles);
    objects = List.copyOf(objects);
    secretObjects = List.copyOf(secretObjects);
  }

  /** The namespaces in which it lies, each once, in the order of the configuration. */
  public List<String> namespaces(Installation configuration) {
    if (namespace.isPresent()) {
      return List.of(namespace.get().text());
    }
    return profiles.contains(EVERY)
        ? configuration.profiles().stream()
            .map(profile -> profile.name().text())
            .distinct()
            .toList()
        : profiles;
  }

  /** The class in one of its namespaces. */
  public SecretProviderClass in(String home) {
    return new SecretProviderClass(
        home,
        name,
        Optional.of(region.text()),
        failoverRegion.map(Region::text),
        pathTranslation,
        Optional.empty(),
        preferredAddressType,
        objects.stream().map(object -> object.in(home)).toList(),
        secretObjects.stream().map(secret -> in(secret, home)).toList());
  }

  /** A file that has its name from an object has the profile's name in it, too. */
  private static SyncedSecret in(SyncedSecret secret, String home) {
    return new SyncedSecret(
        secret.secretName(),
        secret.type(),
        secret.labels(),
        secret.annotations(),
        secret.data().stream()
            .map(
                key ->
                    new SyncedSecret.SyncedKey(
                        key.objectName().replace(SourceName.PROFILE, home), key.key()))
            .toList());
  }
}
