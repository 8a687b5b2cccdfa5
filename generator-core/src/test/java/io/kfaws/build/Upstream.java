package io.kfaws.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The trees of kubeflow/manifests that overlays are built on: {@code manifests-<release>} in the
 * folder that the system property {@code kfaws.manifests} names, relative to the repository; by
 * default {@code target/manifests}.
 */
final class Upstream {
  private static final String PROPERTY = "kfaws.manifests";

  private Upstream() {}

  /** The kustomization that installs all of a release. */
  static Path example(String release) {
    return folder().resolve("manifests-" + release).resolve("example");
  }

  private static Path folder() {
    String named = Optional.ofNullable(System.getProperty(PROPERTY)).orElse("target/manifests");
    return Path.of("..").toAbsolutePath().resolve(named).normalize();
  }

  /** Why a release cannot be built here, and how to change that; absent if it can. */
  static Optional<String> missing(String release) {
    if (RealEngine.find().isEmpty()) {
      return Optional.of("neither kustomize nor kubectl is on the path; install one of them");
    }
    if (Files.isRegularFile(example(release).resolve("kustomization.yaml"))) {
      return Optional.empty();
    }
    return Optional.of(
        """
        there is no %s. Fetch it, and name its folder:
          git clone --depth 1 --branch %s https://github.com/kubeflow/manifests %s
          mvn verify -D%s=%s"""
            .formatted(
                example(release), release, example(release).getParent(), PROPERTY, folder()));
  }
}
