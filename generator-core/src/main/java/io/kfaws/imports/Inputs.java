package io.kfaws.imports;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.kube.KustomizationOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files to import: those that are named, and those in the folders that are named, in the order
 * of their paths.
 *
 * @param files the files
 * @param variables the parameters of Kubeflow's own that a checkout brings: they fill its sample
 *     profile, and are nothing of the user's
 */
record Inputs(List<File> files, List<Source> variables) {
  /** The folder by which a checkout of the AWS distribution is known, and which is read of it. */
  private static final String AWS_CONFIGS = "awsconfigs";

  private static final Pattern NAME = Pattern.compile("[^.].*\\.(yaml|yml|json|env)|Kustomization");

  /** Where a checkout has what fills the variables of its sample profile, beside its own folder. */
  private static final Path VARIABLES = Path.of("upstream/common/user-namespace/base/params.env");

  /**
   * A file.
   *
   * @param source its text
   * @param isDistributed whether it lies in a checkout of the AWS distribution
   * @param isNamed whether it was named itself, and not a folder that it lies in
   */
  record File(Source source, boolean isDistributed, boolean isNamed) {
    /** Whether kustomize takes it for its own by its name. */
    boolean isKustomization() {
      String name = source.name();
      return KustomizationOwner.FILES.contains(name.substring(name.lastIndexOf('/') + 1));
    }

    boolean isParameters() {
      return source.name().endsWith(".env");
    }
  }

  Inputs {
    files = List.copyOf(files);
    variables = List.copyOf(variables);
  }

  /**
   * Reads what is named.
   *
   * @throws KfawsException with all that is not there or not UTF-8
   * @throws IOException if something cannot be read
   */
  static Inputs read(List<Path> paths, Notes notes) throws IOException {
    List<File> files = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    List<Source> variables = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Path path : paths) {
      boolean isCheckout = isCheckout(path);
      Path root = isCheckout ? path.resolve(AWS_CONFIGS) : path;
      boolean isDistributed = isCheckout || path.endsWith(AWS_CONFIGS);
      boolean isFolder = Files.isDirectory(root);
      Path beside = isCheckout ? path.resolve(VARIABLES) : path.resolveSibling(VARIABLES);
      if (isDistributed && Files.isRegularFile(beside)) {
        variables.add(Source.read(beside, "restore the file of the checkout"));
      }
      List<Path> found = isFolder ? below(root) : List.of(root);
      for (Path file : found) {
        if (seen.add(file.toAbsolutePath().normalize())) {
          try {
            Source source = Source.read(file, "name a checkout, or files and folders of manifests");
            files.add(new File(source, isDistributed, !isFolder));
          } catch (KfawsException e) {
            if (isFolder) {
              notes.unread(e.diagnostics().get(0));
            } else {
              findings.addAll(e.diagnostics());
            }
          }
        }
      }
      if (isFolder && found.isEmpty()) {
        findings.add(
            Diagnostic.error(
                "nothing-to-import",
                Location.of(path.toString().replace('\\', '/')),
                "",
                "there is no file here whose name ends with .yaml, .yml, .json or .env",
                "name a checkout of the AWS distribution, or files and folders of manifests"));
      }
    }
    KfawsException.throwIfErrors(findings);
    return new Inputs(files, variables);
  }

  /** Whether a folder is a checkout of the AWS distribution. */
  static boolean isCheckout(Path path) {
    return Files.isDirectory(path.resolve(AWS_CONFIGS));
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
          .filter(Files::isRegularFile)
          .filter(file -> !isHidden(folder.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
