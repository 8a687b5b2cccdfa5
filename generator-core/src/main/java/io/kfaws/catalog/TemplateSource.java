package io.kfaws.catalog;

import io.kfaws.Source;
import java.io.IOException;
import java.util.Optional;

/** One place where files of components lie, by path: {@code pipeline/s3/kustomization.yaml.j2}. */
public interface TemplateSource {
  /**
   * The file at this path, if this template folder holds it.
   *
   * @throws IOException if it is there and cannot be read
   */
  Optional<Source> find(String path) throws IOException;

  /** Whether its files were validated when kfaws was built, so that a run need not do it again. */
  boolean isValidated();
}
