package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.catalog.Component;
import io.kfaws.catalog.Overlay;
import io.kfaws.catalog.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates name what is there, and nothing lies on a shelf that no overlay takes. */
class TemplateDriftTest {
  private static final Path TEMPLATES = Cases.ROOT.resolve("templates");
  private static final String COMMON = "common";
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern TOKEN = Pattern.compile("\\{\\{ ([A-Za-z0-9.]+) \\| [a-z]+ }}");
  private static final Pattern LOOP = Pattern.compile("\\{% for (\\w+) in ([A-Za-z0-9.]+) %}");

  private final Kfaws kfaws = Kfaws.create();

  /** On whichever release a template is rendered, each value that it names can be there. */
  @Test
  void tokensArePaths() throws IOException {
    for (Release release : kfaws.releases()) {
      Set<String> known = paths(release);
      for (String shelf : release.shelves()) {
        for (Map.Entry<String, String> file : shelf(shelf).entrySet()) {
          if (file.getKey().endsWith(".j2")) {
            assertThat(known)
                .as(release.release() + ": " + shelf + "/" + file.getKey())
                .containsAll(tokens(file.getValue()));
          }
        }
      }
    }
  }

  /** What a template names, loop variables told as the items of their lists. */
  private static List<String> tokens(String template) {
    Map<String, String> lists = new TreeMap<>();
    Matcher loops = LOOP.matcher(template);
    while (loops.find()) {
      lists.put(loops.group(1), loops.group(2) + "[]");
    }
    List<String> tokens = new ArrayList<>(lists.values());
    Matcher matcher = TOKEN.matcher(template);
    while (matcher.find()) {
      String path = matcher.group(1);
      int dot = path.indexOf('.');
      String first = dot < 0 ? path : path.substring(0, dot);
      tokens.add(lists.getOrDefault(first, first) + path.substring(first.length()));
    }
    assertThat(template.split("\\{\\{ (?=[a-z])|\\{%", -1).length - 1)
        .as("each mark of the template is a token or a loop")
        .isEqualTo(tokens.size() + lists.size());
    return tokens;
  }

  private static Set<String> paths(Release release) throws IOException {
    Set<String> paths = new TreeSet<>(Shape.ofTheWish().keys().keySet());
    paths.addAll(List.of("overlay.name", "overlay.title", "overlay.base", "overlay.components[]"));
    paths.add("release.title");
    add("release", release.facts(), paths);
    return paths;
  }

  private static void add(String path, JsonNode node, Set<String> paths) {
    paths.add(path);
    node.properties().forEach(fact -> add(path + "." + fact.getKey(), fact.getValue(), paths));
    if (node.isArray()) {
      paths.add(path + "[]");
      // What every item has; an empty list has what is asked of it, since nothing is rendered.
      node.forEach(item -> add(path + "[]", item, paths));
    }
  }

  @Test
  void everyFileBelongsToOneComponent() throws IOException {
    List<String> claimed = new ArrayList<>(List.of("kustomization.yaml.j2"));
    Set<String> components = new TreeSet<>();
    for (String path : shelf(COMMON).keySet()) {
      if (path.endsWith("/" + Component.DESCRIPTOR)) {
        String name = path.substring(0, path.length() - Component.DESCRIPTOR.length());
        components.add(name.substring(0, name.length() - 1));
        claimed.add(path);
        YAML.readTree(shelf(COMMON).get(path))
            .path("files")
            .forEach(file -> claimed.add(name + file.asText()));
      }
    }
    assertThat(claimed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(shelf(COMMON).keySet());
    for (Path shelf : Cases.folders(TEMPLATES)) {
      assertThat(claimed).containsAll(Cases.files(shelf).keySet());
    }
    Set<String> used = new TreeSet<>();
    for (Overlay overlay : kfaws.overlays()) {
      overlay.components().forEach(part -> used.add(part.component()));
    }
    assertThat(components).isEqualTo(used);
  }

  /** A file on a release's shelf that says what the common one says is one too many. */
  @Test
  void releaseShelvesHoldWhatDiffers() throws IOException {
    Map<String, String> common = shelf(COMMON);
    for (Path shelf : Cases.folders(TEMPLATES)) {
      if (!shelf.endsWith(COMMON)) {
        Cases.files(shelf)
            .forEach((path, text) -> assertThat(text).as(path).isNotEqualTo(common.get(path)));
      }
    }
  }

  /** Variation is data: a template does not ask which release or overlay it is for. */
  @Test
  void templatesDoNotDecide() throws IOException {
    Cases.files(TEMPLATES).forEach((path, text) -> assertThat(text).doesNotContain("{% if"));
  }

  private static Map<String, String> shelf(String name) throws IOException {
    return Cases.files(TEMPLATES.resolve(name));
  }
}
