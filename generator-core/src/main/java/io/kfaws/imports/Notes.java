package io.kfaws.imports;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.MissingInput;
import io.kfaws.credentials.Credentials;
import io.kfaws.kube.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is said of one import; not for use by several threads. */
final class Notes {
  /** More of one sort than this are reported as one. */
  private static final int MANY = 5;

  private final List<Note> notes = new ArrayList<>();

  /**
   * A finding, and its sort: what it says without names.
   *
   * @param finding the finding
   * @param sort the same for all that say the same of different objects
   */
  private record Note(Diagnostic finding, String sort) {
    String key() {
      return String.join("\n", finding.rule(), finding.path(), sort);
    }
  }

  /** An object stays behind; what many of a kind have in common is reported once. */
  void left(Manifest object, Location at, String reason, String hint) {
    add(
        Diagnostic.warning("not-imported", at, "", object.words() + reason, hint),
        sort(object, object.kind() + reason + hint));
  }

  /** Something of an object is carried over, and worth a look. */
  void look(String rule, Manifest object, Location at, String path, String message, String hint) {
    add(Diagnostic.warning(rule, at, path, message, hint), sort(object, message + hint));
  }

  /** What is said in each namespace of an object that is there is the same. */
  private static String sort(Manifest object, String text) {
    return object.namespace().isEmpty() ? text : text.replace(object.namespace(), "");
  }

  /** Something stays behind. */
  void left(Location at, String path, String message, String hint) {
    add(Diagnostic.warning("not-imported", at, path, message, hint));
  }

  /** Something is not filled in, as it comes from its makers. */
  void placeholder(Location at, String path, String message, String hint) {
    add(Diagnostic.warning("unfilled-placeholder", at, path, message, hint));
  }

  /** Something is carried over, and worth a look. */
  void look(String rule, Location at, String path, String message, String hint) {
    add(Diagnostic.warning(rule, at, path, message, hint));
  }

  /** A file of a folder cannot be read, and nothing says that it is for a configuration. */
  void unread(Diagnostic why) {
    add(
        Diagnostic.warning(
            "file-not-imported",
            why.location(),
            "",
            "the file stays behind: " + why.message(),
            "if it holds something for a configuration, mend it and name it"),
        "");
  }

  /** A file of a folder is a template of Helm's, and no manifest yet. */
  void template(Location at) {
    left(
        at,
        "",
        "the file stays behind: it is a template with {{ }} and no manifest",
        "if it is for a configuration, import what helm template prints");
  }

  /** What was given, and nothing in the configuration is made of. */
  void unused(MissingInput gap) {
    look(
        "unused-option",
        gap.location(),
        gap.path(),
        "nothing in the configuration needs it",
        "leave the option out, or import what needs it too");
  }

  /**
   * Another package's findings about what is not carried over, so they keep nothing from going on.
   */
  void asWarnings(List<Diagnostic> errors) {
    errors.forEach(
        error ->
            add(
                Diagnostic.warning(
                    error.rule(), error.location(), error.path(), error.message(), error.hint())));
  }

  /** Something keeps the configuration from being written. */
  void error(String rule, Location at, String path, String message, String hint) {
    add(Diagnostic.error(rule, at, path, message, hint));
  }

  /**
   * There is nothing to write.
   *
   * @throws KfawsException with this and all warnings so far; what else is missing does not matter
   */
  void nothing(Location at, String message, String hint) {
    notes.removeIf(note -> note.finding().isError());
    error("nothing-to-import", at, "", message, hint);
    warnings();
  }

  /**
   * All warnings, sorted.
   *
   * @throws KfawsException with all of them, if one is an error
   */
  List<Diagnostic> warnings() {
    Map<String, List<Diagnostic>> sorts = new LinkedHashMap<>();
    notes.stream()
        .distinct()
        .sorted(Comparator.comparing(Note::finding))
        .forEach(
            note ->
                sorts.computeIfAbsent(note.key(), key -> new ArrayList<>()).add(note.finding()));
    return KfawsException.throwIfErrors(
        sorts.values().stream().flatMap(Notes::told).sorted().toList());
  }

  private static Stream<Diagnostic> told(List<Diagnostic> alike) {
    Diagnostic first = alike.get(0);
    return alike.size() <= MANY || first.isError()
        ? alike.stream()
        : Stream.of(
            Diagnostic.warning(
                first.rule(),
                first.location(),
                first.path(),
                first.message() + " (and " + (alike.size() - 1) + " others alike)",
                first.hint()));
  }

  private void add(Diagnostic finding) {
    add(finding, finding.message() + finding.hint());
  }

  /** Names of objects and keys are repeated, unless one is a credential itself. */
  private void add(Diagnostic finding, String sort) {
    boolean isSafe = !Credentials.isIn(finding.path() + "\n" + finding.message());
    notes.add(isSafe ? new Note(finding, sort) : new Note(hidden(finding), ""));
  }

  private static Diagnostic hidden(Diagnostic finding) {
    return new Diagnostic(
        "credential",
        finding.severity(),
        finding.location(),
        "",
        "what is here looks like a credential",
        "take it out, and replace what was committed");
  }
}
