package io.kfaws.secrets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** As an entry of {@code objects}, its keys in the usual order. */
  public ObjectNode tree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("objectName", objectName);
    SecretProviderClass.put(tree, "objectType", objectType.map(ObjectType::text));
    SecretProviderClass.put(tree, "objectAlias", objectAlias);
    SecretProviderClass.put(tree, "objectVersion", objectVersion);
    SecretProviderClass.put(tree, "objectVersionLabel", objectVersionLabel);
    SecretProviderClass.put(tree, "filePermission", filePermission);
    failoverObject.ifPresent(
        failover -> {
          ObjectNode other = tree.putObject("failoverObject");
          other.put("objectName", failover.objectName());
          SecretProviderClass.put(other, "objectVersion", failover.objectVersion());
          SecretProviderClass.put(other, "objectVersionLabel", failover.objectVersionLabel());
        });
    if (!jmesPath.isEmpty()) {
      ArrayNode parts = tree.putArray("jmesPath");
      for (JmesPath part : jmesPath) {
        ObjectNode entry = parts.addObject().put("path", part.path());
        entry.put("objectAlias", part.objectAlias());
        SecretProviderClass.put(entry, "filePermission", part.filePermission());
      }
    }
    return tree;
  }
}
