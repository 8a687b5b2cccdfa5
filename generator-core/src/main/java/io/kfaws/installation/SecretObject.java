package io.kfaws.installation;

import io.kfaws.aws.KmsKeyArn;
import io.kfaws.secrets.FailoverObject;
import io.kfaws.secrets.JmesPath;
import io.kfaws.secrets.MountedObject;
import io.kfaws.secrets.ObjectType;
import java.util.List;
import java.util.Optional;

/**
 * A secret or parameter that an entry of {@code secrets} reads. In a configuration that was read,
 * exactly one of {@code secretsManager} and {@code parameterStore} is there.
 *
 * @param secretsManager the secret of Secrets Manager, by name or full ARN
 * @param parameterStore the parameter of Parameter Store, by name or full ARN
 * @param kmsKeyArn the customer managed key that encrypts it, if one does
 * @param failoverKmsKeyArn the one that encrypts it in the failover region, where it has the same
 *     name there; beside {@code failoverObject} the key is told in that
 * @param objectAlias the name of its file
 * @param objectVersion its version; absent: the current one
 * @param objectVersionLabel its version's label
 * @param filePermission the file's mode, four octal digits
 * @param failoverObject what it is called in the failover region, if otherwise
 * @param jmesPath parts of it that become files of their own
 */
public record SecretObject(
    Optional<SourceName> secretsManager,
    Optional<SourceName> parameterStore,
    Optional<KmsKeyArn> kmsKeyArn,
    Optional<KmsKeyArn> failoverKmsKeyArn,
    Optional<String> objectAlias,
    Optional<String> objectVersion,
    Optional<String> objectVersionLabel,
    Optional<String> filePermission,
    Optional<SecretFailover> failoverObject,
    List<JmesPath> jmesPath) {
  /** Copies the list. */
  public SecretObject {
    jmesPath = List.copyOf(jmesPath);
  }

  /** What it is called, whichever service holds it; empty if no service is named. */
  public Optional<SourceName> source() {
    return secretsManager.or(() -> parameterStore);
  }

  /** The service that holds it. */
  public ObjectType type() {
    return secretsManager.isPresent() ? ObjectType.SECRETS_MANAGER : ObjectType.SSM_PARAMETER;
  }

  /**
   * The object as a class mounts it.
   *
   * @param profile the name that takes the place of {@value SourceName#PROFILE}
   */
  public MountedObject in(String profile) {
    return new MountedObject(
        source().map(source -> source.in(profile)).orElseThrow(),
        Optional.of(type()),
        objectAlias,
        objectVersion,
        objectVersionLabel,
        filePermission,
        failoverObject.map(
            other ->
                new FailoverObject(
                    other.objectName().in(profile),
                    other.objectVersion(),
                    other.objectVersionLabel())),
        jmesPath);
  }
}
