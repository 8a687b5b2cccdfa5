package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.ValidatedTree;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.kube.Items;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.KustomizationFile;
import io.kfaws.kube.KustomizationOwner;
import io.kfaws.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Validates a tree of kustomizations on disk: from a folder through all local folders and files
 * that it lists, each document by its kind. Nothing is built, so what patches and generators make
 * of the documents is not seen; patches are only read.
 *
 * <p>Real trees hold many kinds. What kfaws does not validate is reported once for each kind, as a
 * warning, with the first place. Kinds that are not about secrets or experiments, such as a
 * Deployment, are passed over, too: in a tree they are patched before the API server sees them.
 */
public final class TreeValidator {
  /** The kinds that are validated, each with its API group. */
  private static final Map<String, String> JUDGED =
      Map.of(
          "ClusterSecretStore", "external-secrets.io",
          "Experiment", "kubeflow.org",
          "ExternalSecret", "external-secrets.io",
          "Profile", "kubeflow.org",
          "SecretProviderClass", "secrets-store.csi.x-k8s.io",
          "SecretStore", "external-secrets.io");

  /** Of kustomizations that list each other, each is read while the one before it is. */
  private static final int MAX_DEPTH = 100;

  private final Set<Path> visited = new HashSet<>();

  /** The kustomizations that are being read, each because the one before lists it. */
  private final Set<Path> open = new HashSet<>();

  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();

  /** What is validated once all is read, since Flux' objects may be anywhere in the tree. */
  private final List<Document> judged = new ArrayList<>();

  private final Set<KustomizationOwner> owners = EnumSet.noneOf(KustomizationOwner.class);
  private final Map<String, Passed> passed = new TreeMap<>();

  private TreeValidator() {}

  /** A kind that is passed over: where it was met first, and how often. */
  private record Passed(Location first, int count) {}

  /**
   * Validates the tree below a folder.
   *
   * @throws IOException if a file cannot be read
   */
  public static ValidatedTree validate(ManifestValidator manifests, Path folder)
      throws IOException {
    TreeValidator tree = new TreeValidator();
    tree.folder(folder, Location.of(shown(folder)), "");
    boolean isUnderFlux = tree.owners.contains(KustomizationOwner.FLUX);
    tree.judged.forEach(
        document -> tree.findings.addAll(manifests.validate(document, isUnderFlux)));
    tree.passed.forEach(
        (kind, where) ->
            tree.findings.add(
                Diagnostic.warning(
                    "not-validated",
                    where.first,
                    "",
                    "kfaws validates no "
                        + kind
                        + (where.count == 1 ? "" : ", of which there are " + where.count),
                    "nothing is wrong with that; in a tree it validates "
                        + String.join(", ", JUDGED.keySet().stream().sorted().toList()))));
    return new ValidatedTree(ManifestValidator.once(tree.findings), tree.kinds);
  }

  private void folder(Path folder, Location namedAt, String path) throws IOException {
    List<Path> files = KustomizationFile.in(folder);
    if (files.isEmpty()) {
      String what = Files.exists(folder) ? "has no kustomization.yaml" : "is not there";
      find(
          "missing-kustomization",
          namedAt,
          path,
          shown(folder) + " " + what,
          KustomizationFile.hint(folder));
      return;
    }
    if (files.size() > 1) {
      find(
          "two-kustomizations",
          Location.of(shown(files.get(1))),
          "",
          "is given together with "
              + files.get(0).getFileName()
              + ", and kustomize takes one alone",
          "keep one of them");
    }
    Path real = files.get(0).toRealPath();
    if (open.contains(real)) {
      find(
          "kustomization-cycle",
          namedAt,
          path,
          "leads back to " + shown(folder) + ", which is being read",
          "take it off the list");
    } else if (open.size() >= MAX_DEPTH) {
      find(
          "too-deep",
          namedAt,
          path,
          "nested more than " + MAX_DEPTH + " levels deep",
          "let the outer kustomizations list it");
    } else if (visited.add(real)) {
      open.add(real);
      kustomizations(folder, files.get(0));
      open.remove(real);
    }
  }

  private void kustomizations(Path folder, Path file) throws IOException {
    int before = findings.size();
    List<Document> documents = read(file);
    if (documents.isEmpty() && findings.size() == before) {
      find("empty-file", Location.of(shown(file)), "", "the file is empty", "list its resources");
    }
    for (Document document : documents) {
      KustomizationFile kustomization = new KustomizationFile(document, findings);
      if (kustomization.isKustomize()) {
        kustomization(folder, kustomization);
      }
    }
  }

  private void kustomization(Path folder, KustomizationFile file) throws IOException {
    for (KustomizationFile.Named named : file.resources()) {
      resource(folder, named);
    }
    file.makers();
    List<KustomizationFile.Named> patches = new ArrayList<>(file.named("/patches", "/path"));
    patches.addAll(file.named("/patchesJson6902", "/path"));
    patches.addAll(file.named("/patchesStrategicMerge", ""));
    for (KustomizationFile.Named patch : patches) {
      if (patch.text().indexOf('\n') < 0) { // otherwise it is there itself
        local(folder, patch).ifPresent(this::read);
      }
    }
  }

  private void resource(Path folder, KustomizationFile.Named named) throws IOException {
    if (KustomizationFile.isRemote(named.text())) {
      findings.add(
          Diagnostic.warning(
              "not-validated",
              named.location(),
              named.path(),
              "lies elsewhere, and what is there is not validated",
              "fetch it, and validate the folder"));
      return;
    }
    Optional<Path> local = local(folder, named);
    if (local.isPresent() && Files.isDirectory(local.get())) {
      folder(local.get(), named.location(), named.path());
    } else if (local.isPresent() && visited.add(local.get().toRealPath())) {
      List<Document> documents = read(local.get());
      documents.forEach(document -> owners.add(KustomizationOwner.of(document)));
      findings.addAll(DuplicateObjectRule.among(documents));
      documents.forEach(this::document);
    }
  }

  private Optional<Path> local(Path folder, KustomizationFile.Named named) {
    // What is no path on this system is no file either: that is what is reported.
    Optional<Path> path = named.below(folder).filter(Files::exists);
    if (path.isPresent()) {
      return path;
    }
    find(
        "missing-file",
        named.location(),
        named.path(),
        "there is no file " + named.text(),
        "add it, or take it off the list");
    return Optional.empty();
  }

  private void document(Document document) {
    Items.of(document).forEach(item -> object(item.document()));
  }

  private void object(Document document) {
    JsonNode root = document.root();
    String kind = root.path("kind").asText();
    String version = root.path("apiVersion").asText();
    String group = KubernetesObject.group(version);
    if (group.equals(JUDGED.get(kind))) {
      judged.add(document);
      kinds.add(kind);
    } else if (KustomizationOwner.of(document) == KustomizationOwner.KUSTOMIZE) {
      find(
          "kustomization-as-file",
          document.at(JsonPointer.empty()),
          "",
          "is listed as a file, and kustomize reads a kustomization by its folder alone",
          "list the folder");
    } else if (root.isObject()) {
      String name = kind.isEmpty() ? "document without a kind" : kind + " of " + version;
      Passed one = new Passed(document.at(JsonPointer.empty()), 1);
      passed.merge(name, one, (first, again) -> new Passed(first.first, first.count + 1));
    }
  }

  private List<Document> read(Path file) {
    try {
      return Credentials.readReceived(Source.read(file, KustomizationFile.HINT), Place.FILE)
          .stream()
          .filter(document -> !document.root().isNull())
          .toList();
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
    } catch (IOException e) {
      find("unreadable-file", Location.of(shown(file)), "", "cannot be read", "");
    }
    return List.of();
  }

  private void find(String rule, Location at, String path, String message, String hint) {
    findings.add(Diagnostic.error(rule, at, path, message, hint));
  }

  private static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
