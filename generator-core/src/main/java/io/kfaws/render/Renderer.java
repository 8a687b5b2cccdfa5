package io.kfaws.render;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.catalog.Component;
import io.kfaws.files.FileTree;
import io.kfaws.plan.Plan;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Prints the files of a plan: looks each up on the template folders, once however often it is
 * printed, renders it if it is a template, and heads it.
 */
final class Renderer {
  private final Plan plan;
  private final Templates templates;
  private final Heading heading;
  private final FileTree.Builder tree = FileTree.builder();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final Map<String, Document> descriptors = new HashMap<>();

  Renderer(Plan plan, Path output, Templates templates) {
    this.plan = plan;
    this.templates = templates;
    this.heading = new Heading(output, plan.configuration().document().source().path());
  }

  /**
   * All that was printed.
   *
   * @throws KfawsException with all that was found
   */
  FileTree tree() {
    KfawsException.throwIfErrors(findings.stream().distinct().toList());
    return tree.build();
  }

  /** Prints a template that belongs to no component. */
  void print(String template, String target, Scope values) throws IOException {
    try {
      tree.put(target, text(Component.File.once(template), source(template), target, values));
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
    }
  }

  /**
   * Prints a component's files.
   *
   * @param folder the folder that it is laid in, with a slash at its end; empty: the output
   */
  void print(Component component, String folder, Scope values) throws IOException {
    for (int i = 0; i < component.files().size(); i++) {
      try {
        print(new Entry(component, i), folder, values);
      } catch (KfawsException e) {
        findings.addAll(e.diagnostics());
      }
    }
  }

  /** A file in its component's list. */
  private record Entry(Component component, int index) {
    Component.File file() {
      return component.files().get(index);
    }

    /** The values of each time that the file is printed. */
    Iterable<Scope> times(Scope values) {
      if (file().each().isEmpty()) {
        return List.of(values);
      }
      ValuePath each = new ValuePath(file().each().get());
      String name = file().as().orElseThrow();
      List<JsonNode> items = each.find(values).map(each::items).orElse(List.of());
      return () -> items.stream().map(item -> values.with(name, item)).iterator();
    }

    JsonPointer pointer(String key) {
      return JsonPointer.compile("/files/" + index + "/" + key);
    }
  }

  private void print(Entry entry, String folder, Scope values) throws IOException {
    Source source = source(entry.component.path(entry.file().template()));
    Iterable<Scope> times = read(entry, "each", () -> entry.times(values)).orElse(List.of());
    Optional<ValuePath> when = entry.file().when().map(ValuePath::new);
    Target to = new Target(entry.component.target(entry.file()));
    for (Scope now : times) {
      boolean isCalledFor =
          when.isEmpty() || read(entry, "when", () -> when.get().isThere(now)).orElse(false);
      Optional<String> target =
          isCalledFor ? read(entry, "to", () -> folder + to.in(now)) : Optional.empty();
      if (target.isPresent()) {
        put(entry, target.get(), text(entry.file(), source, target.get(), now));
      }
    }
  }

  private void put(Entry entry, String target, String text) throws IOException {
    try {
      tree.put(target, text);
    } catch (IllegalArgumentException refused) {
      findings.add(
          Diagnostic.error(
              "bad-target-path",
              place(entry, "to"),
              path(entry, "to"),
              String.valueOf(refused.getMessage()),
              "name each file by what no other has"));
    }
  }

  private String text(Component.File file, Source source, String target, Scope values)
      throws IOException {
    StringBuilder text = new StringBuilder(heading.of(target));
    if (file.isTemplate()) {
      templates.render(source, values, text);
    } else {
      text.append(source.text().replace("\r\n", "\n"));
    }
    return text.toString();
  }

  private Source source(String path) throws IOException {
    return plan.templates()
        .find(path)
        .orElseThrow(() -> new IllegalStateException("no template folder holds " + path));
  }

  /** What a key of an entry says; nothing, and a finding, if it asks for what cannot be had. */
  private <T> Optional<T> read(Entry entry, String key, Supplier<T> work) throws IOException {
    try {
      return Optional.of(work.get());
    } catch (ValueException e) {
      findings.add(e.at(place(entry, key), path(entry, key)));
      return Optional.empty();
    }
  }

  private Location place(Entry entry, String key) throws IOException {
    String descriptor = entry.component.path(Component.DESCRIPTOR);
    Document document = descriptors.get(descriptor);
    if (document == null) {
      document = Yaml.read(source(descriptor));
      descriptors.put(descriptor, document);
    }
    return document.at(entry.pointer(key));
  }

  private static String path(Entry entry, String key) {
    return Document.path(entry.pointer(key));
  }
}
