package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each consumer is told, resolved through ConfigMaps, Secrets and classes, is what the
 * configuration says: host, port, database, bucket, region, endpoint and credentials.
 */
record WiringRule() implements BuildRule {
  private static final String HINT =
      "follow the variable to the ConfigMap or Secret that it reads, and to the patch that sets it";

  @Override
  public String id() {
    return "wrong-consumer-value";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    Environment environment = new Environment(build.built());
    for (Wiring.Program program : Wiring.known().programs()) {
      if (build.has(program.when()) && isBuilt(build, program.in(), findings)) {
        JsonNode container = container(build.built(), program.in());
        JsonNode before = container(build.base(), program.in());
        Map<String, String> told = environment.of(container);
        for (Wiring.Variable variable : program.variables()) {
          if (variable.beside().map(Environment.entries(before)::containsKey).orElse(true)) {
            variable(build, program.in(), variable, container, told, findings);
          }
        }
      }
    }
    for (Wiring.Text text : Wiring.known().documents()) {
      if (build.has(text.when()) && isBuilt(build, text.in(), findings)) {
        document(build, text, findings);
      }
    }
  }

  /** A consumer that the base lacks is none; one that the overlay lost is a finding. */
  private static boolean isBuilt(Build build, Wiring.Place place, BuildFindings findings) {
    boolean built = build.built().find(place.kind(), place.name()).isPresent();
    if (!built && build.base().find(place.kind(), place.name()).isPresent()) {
      findings.find(
          place.kind() + " " + place.name(),
          "is in the base and not in the overlay",
          "it reads what the configuration says: keep it");
    }
    return built;
  }

  private static void variable(
      Build build,
      Wiring.Place in,
      Wiring.Variable variable,
      JsonNode container,
      Map<String, String> told,
      BuildFindings findings) {
    List<String> there =
        variable.names().stream().filter(Environment.entries(container)::containsKey).toList();
    if (variable.value().isEmpty()) {
      there.forEach(
          name ->
              findings.find(
                  in + "." + name,
                  "is there, and leads to what AWS replaces",
                  "remove it with {$patch: delete, name: " + name + "}"));
    } else if (there.isEmpty()) {
      findings.find(
          in + "." + String.join(" or ", variable.names()),
          "is absent instead of " + quoted(expected(build, variable.value().get())),
          HINT);
    }
    variable
        .value()
        .ifPresent(
            value ->
                there.forEach(
                    name ->
                        compare(
                            in + "." + name,
                            Optional.ofNullable(told.get(name)),
                            expected(build, value),
                            findings)));
    if (variable.value().isEmpty() && there.isEmpty()) {
      findings.proven(in + "." + variable.names());
    }
  }

  private static void document(Build build, Wiring.Text text, BuildFindings findings) {
    JsonNode document = text(build.built(), text.in());
    text.values()
        .forEach(
            (pointer, value) -> {
              JsonNode found = document.at(pointer);
              compare(
                  text.in() + pointer.replace('/', '.'),
                  found.isValueNode() ? Optional.of(found.asText()) : Optional.empty(),
                  expected(build, value),
                  findings);
            });
  }

  private static void compare(
      String path, Optional<String> found, String expected, BuildFindings findings) {
    if (found.equals(Optional.of(expected))) {
      findings.proven(path);
    } else {
      String actual = found.map(WiringRule::quoted).orElse("unknown");
      findings.find(path, "is " + actual + " instead of " + quoted(expected), HINT);
    }
  }

  private static String expected(Build build, String value) {
    return Wiring.filled(value, build.configuration());
  }

  private static String quoted(String value) {
    return "\"" + value.replaceAll("\\s+", " ") + "\"";
  }

  private static JsonNode container(Objects objects, Wiring.Place place) {
    if (place.kind().equals("ConfigMap")) {
      return text(objects, place).at("/spec/containers/0");
    }
    JsonNode deployment =
        objects.find(place.kind(), place.name()).orElse(MissingNode.getInstance());
    for (JsonNode container : deployment.at("/spec/template/spec/containers")) {
      if (place.container().equals(Optional.of(container.path("name").asText()))) {
        return container;
      }
    }
    return MissingNode.getInstance();
  }

  /** The document in a ConfigMap's text; JSON is YAML, too. */
  private static JsonNode text(Objects objects, Wiring.Place place) {
    String text =
        objects
            .find(place.kind(), place.name())
            .map(map -> map.path("data").path(place.key().orElse("")).asText())
            .orElse("");
    try {
      return Objects.parse(text);
    } catch (IllegalArgumentException e) {
      return MissingNode.getInstance(); // then each of its values is a finding
    }
  }
}
