package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.catalog.Catalog;
import io.kfaws.catalog.Catalogs;
import io.kfaws.catalog.Component;
import io.kfaws.catalog.Overlay;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.InstallationReader;
import io.kfaws.plan.Planner;
import io.kfaws.render.Templates;
import io.kfaws.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates name what is there, and nothing lies on a template folder that no overlay takes. */
class TemplateDriftTest {
  private static final Path TEMPLATES = Cases.ROOT.resolve("templates");
  private static final String COMMON = "common";
  private static final String LIBRARY = "experiments/library/";
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern TOKEN = Pattern.compile("\\{\\{ ([A-Za-z0-9.]+) \\| [a-z]+ }}");
  private static final Pattern LOOP = Pattern.compile("\\{% for (\\w+) in ([A-Za-z0-9.]+) %}");
  private static final Pattern CONDITION = Pattern.compile("\\{% if ([A-Za-z0-9.]+) %}");
  private static final Pattern MARK = Pattern.compile("\\{\\{ |\\{% (?!end)");

  private final Schemas schemas = new Schemas();
  private final Catalog catalog = Catalog.load(schemas);

  /** On whichever release a template is rendered, each value that it names can be there. */
  @Test
  void tokensArePaths() throws IOException {
    Set<String> bound = new TreeSet<>(ConfigurationSchema.read().keys().keySet());
    addBindings(bound);
    bound.addAll(List.of("overlay.name", "overlay.title", "overlay.base"));
    bound.addAll(List.of("overlay.components", "overlay.components[]", "release.title"));
    bound.addAll(List.of("overlay.inherits", "overlay.inherits[]"));
    Map<String, Map<String, String>> items = items();
    for (ReleaseDescriptor release : Catalogs.BUILT_IN.releases()) {
      Set<String> known = new TreeSet<>(bound);
      add("release", release.facts(), known);
      for (String folder : release.templates()) {
        for (Map.Entry<String, String> file : folder(folder).entrySet()) {
          if (file.getKey().endsWith(".j2")) {
            Map<String, String> names = items.getOrDefault(file.getKey(), Map.of());
            assertThat(known)
                .as(release.release() + ": " + folder + "/" + file.getKey())
                .containsAll(names.values())
                .containsAll(tokens(file.getValue(), names));
          }
        }
      }
    }
  }

  /** What a template names, loop variables told as the items of their lists. */
  private static List<String> tokens(String template, Map<String, String> items) {
    Map<String, String> names = new TreeMap<>(items);
    List<String> tokens = new ArrayList<>();
    Matcher loops = LOOP.matcher(template);
    while (loops.find()) {
      String list = told(loops.group(2), names) + "[]";
      tokens.add(list);
      assertThat(names.put(loops.group(1), list)).as("one name, one meaning").isIn(null, list);
    }
    for (Pattern pattern : List.of(TOKEN, CONDITION)) {
      Matcher matcher = pattern.matcher(template);
      while (matcher.find()) {
        tokens.add(told(matcher.group(1), names));
      }
    }
    assertThat(MARK.matcher(template).results().count())
        .as("each mark of the template is a token, a loop or a condition")
        .isEqualTo(tokens.size());
    return tokens;
  }

  private static String told(String path, Map<String, String> names) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    return names.getOrDefault(first, first) + path.substring(first.length());
  }

  /** The name of each repeated template's item, and what it is an item of. */
  private static Map<String, Map<String, String>> items() throws IOException {
    Map<String, Map<String, String>> items = new TreeMap<>();
    for (Map.Entry<String, JsonNode> component : components().entrySet()) {
      for (JsonNode file : component.getValue().path("files")) {
        if (file.has("each")) {
          String template = component.getKey() + "/" + file.path("template").asText();
          String each = file.path("each").asText() + "[]";
          assertThat(items.put(template, Map.of(file.path("as").asText(), each)))
              .as("one template, one meaning")
              .isNull();
        }
      }
    }
    for (String path : folder(COMMON).keySet()) {
      if (path.startsWith(LIBRARY)) {
        items.put(path, Map.of("template", "experiments[].template"));
      }
    }
    return items;
  }

  /**
   * The paths that plans have beside the configuration's own: whatever some sample or golden has.
   */
  private void addBindings(Set<String> paths) throws IOException {
    InstallationReader reader = new InstallationReader(schemas);
    Planner planner = new Planner(catalog, schemas, new Templates());
    List<Path> folders = new ArrayList<>(Cases.folders(Cases.ROOT.resolve("overlays")));
    folders.addAll(Cases.folders(Cases.HERE.resolve("goldens")));
    for (Path folder : folders) {
      if (Files.exists(folder.resolve("kfaws.yaml"))) {
        Configuration configuration = reader.read(Source.read(folder.resolve("kfaws.yaml")));
        for (var branch : planner.plan(configuration).bindings().tree().properties()) {
          if (!branch.getKey().equals("release")) {
            add(branch.getKey(), branch.getValue(), paths);
          }
        }
      }
    }
  }

  /** The path of a node and of all below; an entry of a mapping is also its key and value. */
  private static void add(String path, JsonNode node, Set<String> paths) {
    paths.add(path);
    node.properties()
        .forEach(
            entry -> {
              add(path + "." + entry.getKey(), entry.getValue(), paths);
              paths.addAll(List.of(path + "[]", path + "[].key"));
              add(path + "[].value", entry.getValue(), paths);
            });
    if (node.isArray()) {
      paths.add(path + "[]");
      // What every item has; an empty list has what is asked of it, since nothing is rendered.
      node.forEach(item -> add(path + "[]", item, paths));
    }
  }

  @Test
  void everyFileBelongsToOneComponent() throws IOException {
    List<String> claimed = new ArrayList<>(List.of("kustomization.yaml.j2"));
    for (Map.Entry<String, JsonNode> component : components().entrySet()) {
      Set<String> files = new TreeSet<>(List.of(Component.DESCRIPTOR));
      for (JsonNode file : component.getValue().path("files")) {
        files.add(file.path("template").asText(file.asText()));
      }
      files.forEach(file -> claimed.add(component.getKey() + "/" + file));
    }
    claimed.addAll(library());
    assertThat(claimed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(folder(COMMON).keySet());
    for (Path folder : Cases.folders(TEMPLATES)) {
      assertThat(claimed).containsAll(Cases.files(folder).keySet());
    }
    Set<String> used = new TreeSet<>(catalog.folders());
    for (Overlay overlay : Catalogs.BUILT_IN.overlays()) {
      overlay.components().forEach(part -> used.add(part.component()));
    }
    assertThat(components().keySet()).isEqualTo(used);
  }

  /** The files of the templates of experiments that the catalog lists; they share their parts. */
  private Set<String> library() throws IOException {
    Set<String> files = new TreeSet<>();
    for (String name : catalog.experimentTemplates()) {
      JsonNode template = YAML.readTree(folder(COMMON).get(LIBRARY + name + ".yaml"));
      files.add(LIBRARY + name + ".yaml");
      template.path("parts").forEach(part -> files.add(LIBRARY + part.asText()));
    }
    return files;
  }

  /** What all components say of themselves, by their folders. */
  private static SortedMap<String, JsonNode> components() throws IOException {
    SortedMap<String, JsonNode> components = new TreeMap<>();
    String end = "/" + Component.DESCRIPTOR;
    for (Map.Entry<String, String> file : folder(COMMON).entrySet()) {
      if (file.getKey().endsWith(end)) {
        String name = file.getKey().substring(0, file.getKey().length() - end.length());
        components.put(name, YAML.readTree(file.getValue()));
      }
    }
    return components;
  }

  /** A file on a release's template folder that says what the common one says is one too many. */
  @Test
  void releaseTemplatesHoldWhatDiffers() throws IOException {
    Map<String, String> common = folder(COMMON);
    for (Path folder : Cases.folders(TEMPLATES)) {
      if (!folder.endsWith(COMMON)) {
        Cases.files(folder)
            .forEach((path, text) -> assertThat(text).as(path).isNotEqualTo(common.get(path)));
      }
    }
  }

  /** Variation is data: a template does not ask which release or overlay it is for. */
  @Test
  void templatesDoNotDecide() throws IOException {
    Cases.files(TEMPLATES)
        .forEach(
            (path, text) ->
                assertThat(text)
                    .as(path)
                    .doesNotContainPattern("\\{% (if (release|overlay)\\b|else|elif)"));
  }

  private static Map<String, String> folder(String name) throws IOException {
    return Cases.files(TEMPLATES.resolve(name));
  }
}
