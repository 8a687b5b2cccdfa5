package io.kfaws.plan;

import io.kfaws.installation.Base;
import io.kfaws.installation.Configuration;
import io.kfaws.kube.KustomizationOwner;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a configuration's local base lies, and whether kustomize can build it. */
final class BaseFolder {
  private BaseFolder() {}

  /**
   * The folder of a local base, absolute or relative to the configuration; absent for a URL or
   * none.
   */
  static Optional<Path> of(Configuration configuration) {
    return configuration
        .installation()
        .kubeflow()
        .base()
        .filter(base -> !base.isRemote())
        .map(base -> resolved(configuration, base));
  }

  private static Path resolved(Configuration configuration, Base base) {
    Path file = configuration.document().source().path();
    return file.resolveSibling(base.text());
  }

  /**
   * The file by which kustomize knows the folder of a local base; absent for a URL or none, and
   * where {@link #flaw} says what is wrong.
   */
  static Optional<Path> kustomization(Configuration configuration) {
    return flaw(configuration).isPresent()
        ? Optional.empty()
        : of(configuration).flatMap(BaseFolder::kustomization);
  }

  private static Optional<Path> kustomization(Path folder) {
    return KustomizationOwner.FILES.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** What is wrong with the configuration's base; absent if nothing is. */
  static Optional<String> flaw(Configuration configuration) {
    try {
      return of(configuration).flatMap(BaseFolder::flaw);
    } catch (InvalidPathException e) {
      return Optional.of("is no path on this system");
    }
  }

  private static Optional<String> flaw(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.of("there is no such folder");
    }
    return kustomization(folder).isPresent()
        ? Optional.empty()
        : Optional.of("the folder has no kustomization.yaml");
  }
}
