package io.kfaws.catalog;

import io.kfaws.Source;
import io.kfaws.text.Resources;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A template folder that is packed into the library; its files never change. */
final class LibrarySource implements TemplateSource {
  private final String folder;
  private final Map<String, Optional<Source>> found = new ConcurrentHashMap<>();

  /**
   * The template folder of this name.
   *
   * @param name its folder under {@code templates/}
   */
  LibrarySource(String name) {
    this.folder = "templates/" + name + "/";
  }

  @Override
  public Optional<Source> find(String path) {
    return found.computeIfAbsent(folder + path, LibrarySource::read);
  }

  private static Optional<Source> read(String place) {
    return Resources.exists(place)
        ? Optional.of(Source.of(Path.of(place), Resources.read(place)))
        : Optional.empty();
  }

  @Override
  public boolean isValidated() {
    return true;
  }
}
