package io.kfaws.catalog;

import io.kfaws.Source;
import io.kfaws.text.Resources;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A template folder that is packed into the library.
 *
 * @param name its folder under {@code templates/}
 */
record LibrarySource(String name) implements TemplateSource {
  @Override
  public Optional<Source> find(String path) {
    String place = "templates/" + name + "/" + path;
    return Resources.exists(place)
        ? Optional.of(Source.of(Path.of(place), Resources.read(place)))
        : Optional.empty();
  }

  @Override
  public boolean isValidated() {
    return true;
  }
}
