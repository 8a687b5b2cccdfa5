package io.kfaws.installation;

import io.kfaws.text.Data;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The installation's own secrets, as data ({@code overlays/secrets.yaml}): what is made in
 * namespace {@code kubeflow} of {@code rds} and {@code s3}.
 *
 * @param workload the Deployment that mounts their classes
 * @param secrets each by the name under which templates see it
 */
public record OwnSecrets(String workload, SortedMap<String, OwnSecret> secrets) {
  private static final OwnSecrets KNOWN = Data.read("overlays/secrets.yaml", OwnSecrets.class);

  /** Copies the map. */
  public OwnSecrets {
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
  }

  /** What kfaws knows. */
  public static OwnSecrets known() {
    return KNOWN;
  }

  /**
   * The secret of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public OwnSecret named(String name) {
    return Optional.ofNullable(secrets.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no secret of the installation: " + name));
  }

  /** Whether a class of this name is one of them. */
  public boolean hasClass(String name) {
    return secrets.values().stream().anyMatch(own -> own.name().equals(name));
  }

  /** Whether a Kubernetes Secret of this name is made of one of them. */
  public boolean hasSecret(String name) {
    return secrets.values().stream().anyMatch(own -> own.secret().equals(name));
  }

  /** Whether profiles have a Kubernetes Secret of this name, too. */
  public boolean hasSecretInProfiles(String name) {
    return secrets.values().stream().anyMatch(own -> own.inProfiles && own.secret().equals(name));
  }

  /**
   * One secret.
   *
   * @param source the path of the configuration that names it in Secrets Manager
   * @param name what the SecretProviderClass is called, and the SecretStore begins with
   * @param secret what the Kubernetes Secret and the ExternalSecret are called
   * @param inProfiles whether the profile controller makes one of that name in each profile, too
   * @param keys its keys
   */
  public record OwnSecret(
      String source, String name, String secret, boolean inProfiles, List<Key> keys) {
    /** Copies the list. */
    public OwnSecret {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A key of the JSON in Secrets Manager and of the Secret.
   *
   * @param key its name in both
   * @param file the mounted file between the two
   */
  public record Key(String key, String file) {}
}
