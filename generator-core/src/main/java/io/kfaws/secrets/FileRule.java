package io.kfaws.secrets;

import io.kfaws.text.Document;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files that a class makes: each has a name of its own that stays below the mount
 * (secret_descriptor.go, GetFileName, badPathRE and NewSecretDescriptorList; the driver's {@code
 * fileutil}, validatePath).
 *
 * <p>The provider compares aliases as they are written; what counts is what they become, since the
 * second file of one name takes the place of the first.
 */
final class FileRule {
  /** One character of one byte, as Go counts them; no slash, which would translate nothing. */
  private static final Pattern TRANSLATION = Pattern.compile("(?i:false)|[ -~&&[^/]]");

  private static final Pattern CLIMBS = Pattern.compile("(.*/)?\\.\\.(/.*)?");

  /** Levels, none of them empty or a dot; no control characters. */
  private static final Pattern NAME =
      Pattern.compile("(?!\\.(/|$))[^/\\p{Cntrl}]++(/(?!\\.(/|$))[^/\\p{Cntrl}]++)*+");

  /** Linux counts bytes (limits.h, NAME_MAX), and so does the driver. */
  private static final int LONGEST = 255;

  /** What Linux' 4,095 (limits.h, PATH_MAX) leave below the folder in which the driver writes. */
  private static final int LONGEST_PATH = 3_900;

  private FileRule() {}

  static void check(SecretProviderClass provider, List<Violation> violations) {
    provider.pathTranslation().ifPresent(text -> translation(text, violations));
    NavigableMap<String, MountedFile> names = new TreeMap<>();
    for (MountedFile file : MountedFile.all(provider)) {
      MountedFile first = names.putIfAbsent(file.name(), file);
      if (first != null) {
        violations.add(
            SecretRule.DUPLICATE_ALIAS.at(
                file.namedAt().toString(),
                "is mounted as " + SecretRule.shown(file.name()) + ", as is " + place(first),
                "give one of the two another objectAlias"));
      } else {
        name(file, violations);
      }
    }
    names.values().forEach(file -> folder(file, names, violations));
  }

  private static void translation(String text, List<Violation> violations) {
    if (!TRANSLATION.matcher(text).matches()) {
      violations.add(
          SecretRule.WRONG_PATH_TRANSLATION.at(
              "/pathTranslation",
              SecretRule.shown(text) + " is neither one character nor False",
              "write one ASCII character other than a slash (the default is \"_\"), or \"False\""));
    }
  }

  private static void name(MountedFile file, List<Violation> violations) {
    if (CLIMBS.matcher(file.name()).matches()) {
      violations.add(
          SecretRule.PATH_LEAVES_MOUNT.at(
              file.namedAt().toString(),
              "is mounted as " + SecretRule.shown(file.name()) + ", which may not hold \"..\"",
              "write an objectAlias without it"));
    } else if (!NAME.matcher(file.name()).matches() || isTooLong(file.name())) {
      violations.add(
          SecretRule.WRONG_FILE_NAME.at(
              file.namedAt().toString(),
              SecretRule.shown(file.name()) + " is not a file's name",
              "write an objectAlias of at most "
                  + LONGEST
                  + " bytes a level, and "
                  + LONGEST_PATH
                  + " in all"));
    }
  }

  private static boolean isTooLong(String name) {
    return bytes(name) > LONGEST_PATH
        || Arrays.stream(name.split("/")).anyMatch(level -> bytes(level) > LONGEST);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Without translation a name with slashes makes folders. */
  private static void folder(
      MountedFile file, NavigableMap<String, MountedFile> names, List<Violation> violations) {
    String folder = file.name() + "/";
    Map.Entry<String, MountedFile> inside = names.ceilingEntry(folder);
    if (inside != null && inside.getKey().startsWith(folder)) {
      violations.add(
          SecretRule.FILE_AND_FOLDER_CLASH.at(
              file.namedAt().toString(),
              "is mounted as the file "
                  + SecretRule.shown(file.name())
                  + ", and "
                  + place(inside.getValue())
                  + " makes a folder of it",
              "give one of the two another objectAlias"));
    }
  }

  private static String place(MountedFile file) {
    return Document.path(file.namedAt());
  }
}
