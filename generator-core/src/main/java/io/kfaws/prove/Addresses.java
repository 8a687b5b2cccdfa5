package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.ObjectReference;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that lead to Services, by their bare names in the same namespace or by their full ones.
 *
 * @param services the Services that are looked for
 * @param words fields and variables whose text is a word and no address
 */
record Addresses(Set<ObjectReference> services, Set<String> words) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
  private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)#.*$");

  /** The Service that each text leads to, by the text's path. */
  Map<String, String> in(Objects objects) {
    Map<String, String> found = new TreeMap<>();
    objects.byKey().entrySet().stream()
        // Their texts describe fields; nothing reads them as an address.
        .filter(entry -> !entry.getKey().kind().equals("CustomResourceDefinition"))
        .forEach(
            entry ->
                node(entry.getKey() + "", entry.getValue(), entry.getKey().namespace(), found));
    return found;
  }

  private void node(String path, JsonNode node, String namespace, Map<String, String> found) {
    if (node.isTextual()) {
      text(path, node.asText(), namespace, found);
    } else if (node.isArray()) {
      node.forEach(entry -> node(path, entry, namespace, found));
    } else if (!words.contains(node.path("name").asText())) {
      node.properties().stream()
          .filter(entry -> !words.contains(entry.getKey()))
          .forEach(entry -> node(path + "." + entry.getKey(), entry.getValue(), namespace, found));
    }
  }

  private void text(String path, String text, String namespace, Map<String, String> found) {
    boolean program = path.endsWith(".py");
    Matcher names = NAME.matcher(program ? COMMENT.matcher(text).replaceAll("") : text);
    while (names.find()) {
      String[] labels = names.group().split("\\.", 3);
      for (ObjectReference service : services) {
        boolean full =
            labels.length > 1
                ? labels[1].equals(service.namespace())
                : service.namespace().equals(namespace);
        if (full && labels[0].equals(service.name())) {
          found.put(path, service.name());
        }
      }
    }
  }
}
