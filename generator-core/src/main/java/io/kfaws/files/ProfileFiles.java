package io.kfaws.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.text.Document;
import io.kfaws.text.Walk;
import io.kfaws.text.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How generated files speak of Profiles: {@code profiles/<group>/<name>.yaml} holds the Profile of
 * its name, and {@code profiles/<group>/kustomization.yaml} lists these files.
 *
 * <p>Texts are read leniently, document by document: a file from disk may have been edited, and one
 * document that is not YAML does not hide the others.
 */
final class ProfileFiles {
  /** Where all of them lie. */
  static final String FOLDER = "profiles/";

  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final Pattern FILE = Pattern.compile("([^/]+)\\.yaml");
  private static final Pattern PATH = Pattern.compile("profiles/[^/]+/" + FILE);

  // In YAML a line that starts so ends a document, whatever it is in.
  private static final Pattern DOCUMENT_START = Pattern.compile("(?m)^---(?=\\s|$)");

  private ProfileFiles() {}

  /** Whether a path of a tree is that of such a file. */
  static boolean isOne(String path) {
    return path.startsWith(FOLDER);
  }

  /** The Profile that a file stands for by its name alone, whatever its text says. */
  static Optional<String> nameIn(String path) {
    Matcher file = PATH.matcher(path);
    return file.matches() && !isKustomization(path) ? Optional.of(file.group(1)) : Optional.empty();
  }

  /** Whether a path is that of a list of such files. */
  static boolean isKustomization(String path) {
    return path.endsWith("/" + KUSTOMIZATION);
  }

  /** The names of the Profiles (of any version) that a text brings or patches. */
  static Set<String> heldBy(String text) {
    Set<String> names = new TreeSet<>();
    documents(text, "Profile")
        .filter(object -> object.path("apiVersion").asText().startsWith("kubeflow.org/"))
        .filter(object -> !object.has("$patch")) // takes it away
        .map(object -> object.at("/metadata/name").asText())
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  /** The names of the Profiles whose files a kustomization lists. */
  static Set<String> listedBy(String text) {
    Set<String> names = new TreeSet<>();
    documents(text, "Kustomization")
        .flatMap(kustomization -> Walk.values(kustomization.path("resources")))
        .map(resource -> FILE.matcher(resource.asText()))
        .filter(Matcher::matches)
        .forEach(file -> names.add(file.group(1)));
    return names;
  }

  private static Stream<JsonNode> documents(String text, String kind) {
    return DOCUMENT_START
        .splitAsStream(text)
        .filter(document -> document.contains(kind)) // most are of other kinds and need no reading
        .flatMap(document -> read(document).stream())
        .map(Document::root)
        .filter(root -> root.path("kind").asText().equals(kind));
  }

  private static List<Document> read(String document) {
    try {
      return Yaml.readAll(Source.of(Path.of(FOLDER), document));
    } catch (KfawsException e) {
      return List.of(); // edited by hand into something else; the file's name still tells
    }
  }
}
