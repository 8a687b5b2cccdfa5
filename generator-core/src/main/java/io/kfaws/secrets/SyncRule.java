package io.kfaws.secrets;

import io.kfaws.text.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The Secrets that are made of mounted files (the driver's {@code secretutil}, ValidateSecretObject
 * and GetSecretData): each key reads a file that is there, and occurs once.
 */
final class SyncRule {
  private SyncRule() {}

  static void check(SecretProviderClass provider, List<Violation> violations) {
    SortedMap<String, MountedFile> files = provider.files();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < provider.secretObjects().size(); i++) {
      SyncedSecret secret = provider.secretObjects().get(i);
      String at = "/secretObjects/" + i;
      if (!names.add(secret.secretName())) {
        violations.add(
            SecretRule.DUPLICATE_SECRET_NAME.at(
                at + "/secretName",
                "Secret " + secret.secretName() + " is made twice",
                "list its keys under one secretName"));
      }
      if (secret.data().isEmpty()) {
        violations.add(
            SecretRule.EMPTY_SECRET.at(
                at + "/data",
                "Secret " + secret.secretName() + " has no keys",
                "list each key: {objectName: user, key: username}"));
      }
      Set<String> keys = new HashSet<>();
      for (int j = 0; j < secret.data().size(); j++) {
        SyncedSecret.SyncedKey key = secret.data().get(j);
        if (!keys.add(key.key())) {
          violations.add(
              SecretRule.DUPLICATE_SECRET_KEY.at(
                  at + "/data/" + j + "/key",
                  "key "
                      + SecretRule.shown(key.key())
                      + " occurs twice, and the last one would win",
                  "give one of the two another key"));
        }
        String named = at + "/data/" + j + "/objectName";
        if (files.containsKey(key.objectName()) && key.objectName().startsWith("..")) {
          violations.add(
              SecretRule.HIDDEN_FILE.at(
                  named,
                  "the driver passes over files that begin with .., such as "
                      + SecretRule.shown(key.objectName()),
                  "write an objectAlias that begins otherwise, here, too"));
        } else if (!files.containsKey(key.objectName())) {
          violations.add(unknown(named, key.objectName(), provider, files.keySet()));
        }
      }
    }
  }

  private static Violation unknown(
      String at, String name, SecretProviderClass provider, Set<String> files) {
    Optional<MountedFile> untranslated =
        MountedFile.all(provider).stream().filter(file -> isWritten(name, file)).findFirst();
    if (untranslated.isPresent()) {
      String file = untranslated.get().name();
      return SecretRule.FILE_NAME_EXPECTED.at(
          at,
          SecretRule.shown(name) + " is mounted as " + SecretRule.shown(file),
          "write objectName: " + file + ", or give the object an objectAlias");
    }
    String quoted = "\"" + name + "\"";
    String hint =
        files.contains(quoted)
            ? "the file has the quotes of its objectAlias in its name: write the alias without them"
            : Nearest.to(name, files)
                .map(nearest -> "did you mean " + SecretRule.shown(nearest) + "?")
                .orElse(
                    "mounted: "
                        + String.join(", ", files.stream().map(SecretRule::shown).toList()));
    return SecretRule.UNKNOWN_ALIAS.at(
        at, "no object of the class is mounted as " + SecretRule.shown(name), hint);
  }

  /** Whether a name is what an object is called, before it becomes a file's. */
  private static boolean isWritten(String name, MountedFile file) {
    return file.part().isPresent()
        ? file.part().get().objectAlias().equals(name)
        : file.object().objectName().equals(name)
            || file.object().objectAlias().filter(name::equals).isPresent();
  }
}
