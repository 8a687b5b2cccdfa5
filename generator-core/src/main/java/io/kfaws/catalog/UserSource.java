package io.kfaws.catalog;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user's own folder of templates: the first template folder.
 *
 * @param folder the folder
 */
record UserSource(Path folder) implements TemplateSource {

  /**
   * The template folder at this folder.
   *
   * @throws KfawsException if it is no folder
   */
  static UserSource at(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new KfawsException(
          Diagnostic.error(
              "missing-template-folder",
              Location.of(folder.toString().replace('\\', '/')),
              "",
              "there is no such folder of templates",
              "name the folder that holds your own versions of files under templates/common"));
    }
    return new UserSource(folder);
  }

  @Override
  public Optional<Source> find(String path) throws IOException {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file)
        ? Optional.of(Source.readBelow(folder, file))
        : Optional.empty();
  }

  @Override
  public boolean isValidated() {
    return false;
  }

  /**
   * The paths of all its files, sorted; hidden files and folders are not of them.
   *
   * @throws IOException if the folder cannot be read
   */
  List<String> paths() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.startsWith(".") && !path.contains("/."))
          .sorted()
          .toList();
    }
  }
}
