package io.kfaws.secrets;

import java.util.List;
import java.util.Optional;

/**
 * A secret or parameter that a class mounts (AWS provider, an entry of {@code objects}).
 *
 * @param objectName its name or full ARN
 * @param objectType the service that holds it; absent only beside the ARN of a secret
 * @param objectAlias the file's name; absent: {@code objectName} after path translation
 * @param objectVersion its version; absent: the current one
 * @param objectVersionLabel the label of its version, for Secrets Manager a staging label
 * @param filePermission the file's mode, four octal digits such as {@code 0400}; absent: the
 *     provider's own 0644
 * @param failoverObject what it is called in the failover region, if otherwise
 * @param jmesPath parts of it that become files of their own
 */
public record MountedObject(
    String objectName,
    Optional<ObjectType> objectType,
    Optional<String> objectAlias,
    Optional<String> objectVersion,
    Optional<String> objectVersionLabel,
    Optional<String> filePermission,
    Optional<FailoverObject> failoverObject,
    List<JmesPath> jmesPath) {
  /** Copies the list. */
  public MountedObject {
    jmesPath = List.copyOf(jmesPath);
  }
}
