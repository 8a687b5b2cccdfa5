package io.kfaws.secrets;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that the provider makes of a class, and where its content is from.
 *
 * @param name its name below the mount, after path translation
 * @param namedAt the value in the model that names it: {@code /objects/0/objectAlias}
 * @param object the secret or parameter that it is made of
 * @param part the part of it that it is made of; absent: all of it
 */
public record MountedFile(
    String name, JsonPointer namedAt, MountedObject object, Optional<JmesPath> part) {

  /** Where its content is from: {@code secretsmanager:kf-rds-secret#username}. */
  public String origin() {
    ObjectType type = object.objectType().orElse(ObjectType.SECRETS_MANAGER);
    return type.text() + ":" + object.objectName() + part.map(p -> "#" + p.path()).orElse("");
  }

  /**
   * All files of a class, in its own order: of each object the whole, which is mounted even where
   * parts are, and then the parts (AWS provider, {@code GetFileName}).
   */
  static List<MountedFile> all(SecretProviderClass provider) {
    List<MountedFile> files = new ArrayList<>();
    for (int i = 0; i < provider.objects().size(); i++) {
      MountedObject object = provider.objects().get(i);
      String at = "/objects/" + i;
      files.add(
          new MountedFile(
              translated(object.objectAlias().orElse(object.objectName()), provider),
              JsonPointer.compile(
                  at + (object.objectAlias().isPresent() ? "/objectAlias" : "/objectName")),
              object,
              Optional.empty()));
      for (int j = 0; j < object.jmesPath().size(); j++) {
        JmesPath part = object.jmesPath().get(j);
        files.add(
            new MountedFile(
                translated(part.objectAlias(), provider),
                JsonPointer.compile(at + "/jmesPath/" + j + "/objectAlias"),
                object,
                Optional.of(part)));
      }
    }
    return files;
  }

  /** The file's name: with translation no slash is left, without it none at the start. */
  private static String translated(String name, SecretProviderClass provider) {
    return provider.translatesPaths()
        ? name.replace("/", provider.pathTranslation().orElse("_"))
        : name.replaceFirst("^/+", "");
  }
}
