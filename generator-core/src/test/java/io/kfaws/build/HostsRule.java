package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No text of any object leads to a host that AWS replaces, by its bare or its full name. */
record HostsRule() implements Rule {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
  private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)#.*$");

  @Override
  public List<String> broken(Case build) {
    Scan scan = new Scan(build.expected("hosts"), build.expected("drivers"));
    build.built().byKey().keySet().stream()
        // Their texts describe fields; nothing reads them as an address.
        .filter(key -> !key.kind().equals("CustomResourceDefinition"))
        .forEach(key -> scan.node(key + ":", build.built().get(key)));
    return scan.broken;
  }

  private record Scan(
      NavigableSet<String> hosts, NavigableSet<String> drivers, List<String> broken) {
    Scan(NavigableSet<String> hosts, NavigableSet<String> drivers) {
      this(hosts, drivers, new ArrayList<>());
    }

    void node(String path, JsonNode node) {
      if (node.isTextual()) {
        text(path, node.asText());
      } else if (node.isArray()) {
        node.forEach(entry -> node(path, entry));
      } else if (!drivers.contains(node.path("name").asText())) {
        node.properties().stream()
            .filter(entry -> !drivers.contains(entry.getKey()))
            .forEach(entry -> node(path + "/" + entry.getKey(), entry.getValue()));
      }
    }

    private void text(String path, String text) {
      boolean program = path.endsWith(".py");
      Matcher names = NAME.matcher(program ? COMMENT.matcher(text).replaceAll("") : text);
      while (names.find()) {
        String[] labels = names.group().split("\\.", 3);
        boolean full = labels.length == 1 || labels[1].equals(ObjectKey.NAMESPACE);
        if (full && hosts.contains(labels[0])) {
          broken.add(path + " leads to " + names.group());
        }
      }
    }
  }
}
