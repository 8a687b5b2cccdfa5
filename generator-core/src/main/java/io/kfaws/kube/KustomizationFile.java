package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file by which kustomize knows a folder, and what it names. */
public final class KustomizationFile {
  /** What a folder needs. */
  public static final String HINT = "a folder that is validated has a kustomization.yaml";

  /**
   * What kustomize fetches (kustomize v5.5.0, api/internal/git/repospec.go): a URL, {@code git::},
   * {@code user@host:path} as ssh takes it, and github.com without a scheme. An @ alone makes no
   * URL: files are named so, too.
   */
  private static final Pattern REMOTE =
      Pattern.compile(
          "(?i)(?:[a-z][a-z0-9+.-]*://|git::|[a-z0-9_.-]+@[a-z0-9.-]+:|github\\.com[:/]).*");

  private static final List<String> NAMES = KustomizationOwner.FILES;

  /** What brings objects that stand in no file of the tree. */
  private static final List<String> MAKERS =
      List.of("generators", "helmChartInflationGenerator", "helmCharts");

  private static final JsonPointer KIND = JsonPointer.compile("/kind");
  private static final JsonPointer API_VERSION = JsonPointer.compile("/apiVersion");

  private static final String EXAMPLE = "experiment.yaml";

  /** How deep a kustomization is looked for below a folder without one: {@code profiles/all}. */
  private static final int DEPTH = 3;

  private final Document document;
  private final List<Diagnostic> findings;

  /** A file whose slips are added to these findings. */
  public KustomizationFile(Document document, List<Diagnostic> findings) {
    this.document = document;
    this.findings = findings;
    if (!document.root().isObject()) {
      wrong(JsonPointer.empty(), "a mapping", "write resources: with a list of files");
    }
  }

  /** Whether kustomize fetches what is named so; otherwise it is a local file or folder. */
  public static boolean isRemote(String named) {
    return REMOTE.matcher(named).matches();
  }

  /** The files of a folder that are one, in the order in which kustomize looks for them. */
  public static List<Path> in(Path folder) {
    return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
  }

  /** Whoever names the folder of several kustomizations is told one of them. */
  public static String hint(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return HINT;
    }
    try (Stream<Path> below = Files.walk(folder, DEPTH)) {
      return below
          .filter(file -> NAMES.contains(String.valueOf(file.getFileName())))
          .map(file -> Optional.ofNullable(file.getParent()).orElse(folder).toString())
          .map(path -> path.replace('\\', '/'))
          .min(Comparator.naturalOrder())
          .map(found -> HINT + ", such as " + found)
          .orElse(HINT);
    } catch (UncheckedIOException e) {
      return HINT; // A folder that may not be read: it is no example, and no fault of this one.
    }
  }

  /**
   * Whether kustomize takes the document, by its kind and its apiVersion. If not, that is told, and
   * what it lists is nothing that kustomize would read.
   */
  public boolean isKustomize() {
    JsonNode kind = document.root().path("kind");
    JsonNode version = document.root().path("apiVersion");
    KustomizationOwner owner = KustomizationOwner.of(document);
    if (owner == KustomizationOwner.NONE && document.root().isObject()) {
      foreign(
          KIND,
          "is " + Formatted.value(kind) + ", and kustomize takes a file of this name for its own",
          "write kind: Kustomization, or give the file another name and list it");
    } else if (owner == KustomizationOwner.FLUX) {
      foreign(
          API_VERSION,
          Formatted.value(version)
              + " is Flux', and kustomize takes a file of this name for its own: it would not build",
          "give the file another name, such as flux-kustomization.yaml; to validate what Flux applies,"
              + " name the folder in its spec.path");
    } else if (!isOwnVersion(version, kind.asText())) {
      String own = KustomizationOwner.version(kind.asText());
      foreign(
          API_VERSION,
          "is " + Formatted.value(version) + "; kustomize takes " + own + " alone",
          "write apiVersion: " + own);
    }
    return owner == KustomizationOwner.KUSTOMIZE;
  }

  private static boolean isOwnVersion(JsonNode version, String kind) {
    return version.isMissingNode()
        || version.isNull()
        || version.asText().equals(KustomizationOwner.version(kind));
  }

  private void foreign(JsonPointer at, String message, String hint) {
    findings.add(
        Diagnostic.error(
            "foreign-kustomization", document.at(at), Document.path(at), message, hint));
  }

  /** What it lists to be built: files, folders and URLs. */
  public List<Named> resources() {
    return Stream.of("/resources", "/bases", "/components")
        .flatMap(list -> named(list, "").stream())
        .toList();
  }

  /** Tells what brings objects that cannot be validated. */
  public void makers() {
    for (String maker : MAKERS) {
      JsonPointer at = JsonPointer.empty().appendProperty(maker);
      if (!document.root().at(at).isEmpty()) {
        findings.add(
            Diagnostic.warning(
                "generator-not-validated",
                document.keyAt(at),
                maker,
                "makes objects in the build, which are not validated",
                "build them into a file, and validate that"));
      }
    }
  }

  /** A text of a kustomization that names a file, a folder or a URL. */
  public record Named(String text, Location location, String path) {
    /** The local path that it names, seen from a folder; absent if it is no path on this system. */
    public Optional<Path> below(Path folder) {
      try {
        return Optional.of(folder.resolve(text).normalize());
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
  }

  /** What a list names; {@code key} is where an item of it has the name. */
  public List<Named> named(String list, String key) {
    List<Named> named = new ArrayList<>();
    JsonNode items = document.root().at(list);
    if (!items.isArray() && !items.isMissingNode() && !items.isNull()) {
      wrong(JsonPointer.compile(list), "a list", "write it as a list, an item a line");
    }
    for (int i = 0; i < items.size(); i++) {
      JsonPointer at = JsonPointer.compile(list + "/" + i + key);
      JsonNode text = document.root().at(at);
      if (text.isTextual()) {
        named.add(new Named(text.textValue(), document.at(at), Document.path(at)));
      } else if (key.isEmpty() && items.isArray()) {
        wrong(at, "text", "write the name of a file or a folder: " + EXAMPLE);
      }
    }
    return named;
  }

  private void wrong(JsonPointer at, String expected, String hint) {
    String is = "is " + Formatted.kind(document.root().at(at));
    findings.add(
        Diagnostic.error(
            "wrong-type",
            document.at(at),
            Document.path(at),
            is + "; " + expected + " is expected",
            hint));
  }
}
