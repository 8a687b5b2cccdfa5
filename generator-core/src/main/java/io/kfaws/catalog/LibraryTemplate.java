package io.kfaws.catalog;

import java.util.List;

/**
 * A template of the library of experiments: parts that are written one after the other and together
 * are the spec of a Katib experiment, in short. Each part writes whole keys of it.
 *
 * @param title what it is, for people
 * @param parts the parts below the library's folder, in order
 */
public record LibraryTemplate(String title, List<String> parts) {
  /** The library's folder under a template folder. */
  static final String FOLDER = "experiments/library/";

  private static final String ENDING = ".yaml";

  /** Copies the list. */
  public LibraryTemplate {
    parts = List.copyOf(parts);
  }

  /** The path of a template's description on a template folder. */
  public static String path(String name) {
    return FOLDER + name + ENDING;
  }

  /** The paths of its parts on a template folder. */
  public List<String> paths() {
    return parts.stream().map(part -> FOLDER + part).toList();
  }

  /** Whether a path of a template folder is that of a template's description. */
  static boolean isOne(String path) {
    return path.startsWith(FOLDER)
        && path.endsWith(ENDING)
        && path.indexOf('/', FOLDER.length()) < 0;
  }

  /** The name of the template whose description has this path. */
  static String name(String path) {
    return path.substring(FOLDER.length(), path.length() - ENDING.length());
  }
}
