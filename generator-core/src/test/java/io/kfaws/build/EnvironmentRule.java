package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.prove.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** What each program is told, resolved through ConfigMaps and Secrets, is what the wish says. */
record EnvironmentRule() implements Rule {
  @Override
  public List<String> broken(Case build) {
    List<String> broken = new ArrayList<>();
    Environment environment = new Environment(build.built());
    for (Map.Entry<String, JsonNode> program : build.expected().path("environment").properties()) {
      String name = program.getKey();
      JsonNode deployment = build.built().find("Deployment", name).orElse(Case.NOTHING);
      NavigableMap<String, String> found =
          environment.of(deployment.at("/spec/template/spec/containers/0"));
      for (Map.Entry<String, JsonNode> variable : program.getValue().properties()) {
        String expected = shown(variable.getValue());
        String actual = shown(found, variable.getKey());
        if (!actual.equals(expected)) {
          broken.add(
              "%s: %s is %s instead of %s".formatted(name, variable.getKey(), actual, expected));
        }
      }
    }
    return broken;
  }

  private static String shown(JsonNode expected) {
    return expected.isNull() ? "absent" : "\"" + expected.asText() + "\"";
  }

  private static String shown(NavigableMap<String, String> found, String name) {
    return found.containsKey(name) ? "\"" + found.get(name) + "\"" : "absent";
  }
}
