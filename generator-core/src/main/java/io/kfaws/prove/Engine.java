package io.kfaws.prove;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.text.JsonText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The real kustomize: the program of that name, or the one in kubectl.
 *
 * @param program the program as it was named, or as it was found on the PATH
 * @param build its arguments before the folder to build
 * @param version the version of kustomize, at least {@link EngineVersion#OLDEST}
 * @param timeout how long a build may take
 */
public record Engine(String program, List<String> build, EngineVersion version, Duration timeout) {
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** Copies the list. */
  public Engine {
    build = List.copyOf(build);
  }

  /**
   * The engine that proves: the named one, or else kustomize, or else kubectl from the PATH.
   *
   * @param named the program's name or path; empty: the first that the PATH has
   * @throws KfawsException if there is none, it does not tell its version, or it is too old
   * @throws IOException if it cannot be run
   */
  public static Engine find(Optional<String> named, Duration timeout) throws IOException {
    List<String> programs = named.map(List::of).orElse(List.of("kustomize", "kubectl"));
    for (String program : programs) {
      Optional<Engine> engine = ask(program, timeout);
      if (engine.isPresent()) {
        return engine.get();
      }
    }
    throw refusal(
        "no-engine",
        named.orElse("PATH"),
        named.isPresent()
            ? "there is no such program, or it is none that can be run"
            : "there is neither kustomize nor kubectl",
        install() + ", or name one with --engine (kfaws.engine)");
  }

  private static String install() {
    return "install kustomize " + EngineVersion.OLDEST + " or newer, or kubectl 1.32 or newer";
  }

  private static Optional<Engine> ask(String program, Duration timeout) throws IOException {
    Command.Outcome kubectl;
    try {
      kubectl = new Command(List.of(program, "version", "--client", "-o", "json"), ANSWER).run();
    } catch (IOException e) {
      return Optional.empty(); // no such program, which the caller says in its own words
    }
    JsonNode told = kubectl.isFine() ? json(kubectl.out()) : json("");
    if (told.has("clientVersion")) {
      // kubectl before 1.24 does not tell which kustomize is in it.
      return Optional.of(
          validated(
              program,
              List.of("kustomize"),
              told.path("kustomizeVersion").asText("v0.0.0"),
              timeout));
    }
    Command.Outcome kustomize = new Command(List.of(program, "version"), ANSWER).run();
    return Optional.of(
        validated(program, List.of("build"), kustomize.isFine() ? kustomize.out() : "", timeout));
  }

  private static JsonNode json(String text) {
    try {
      return JsonText.read(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // kustomize, which does not know the question
    }
  }

  private static Engine validated(
      String program, List<String> build, String told, Duration timeout) {
    EngineVersion version =
        EngineVersion.in(told)
            .orElseThrow(
                () ->
                    refusal(
                        "unknown-engine",
                        program,
                        "does not tell its version, so it is neither kustomize nor kubectl, or a"
                            + " build of no release",
                        install()));
    if (version.compareTo(EngineVersion.OLDEST) < 0) {
      String which = version.equals(EngineVersion.in("0.0.0").orElseThrow()) ? "" : " " + version;
      throw refusal(
          "old-engine",
          program,
          "kustomize"
              + which
              + " is too old: "
              + EngineVersion.OLDEST
              + " is the oldest that is proven to build all overlays",
          install());
    }
    return new Engine(program, build, version, timeout);
  }

  private static KfawsException refusal(String rule, String where, String message, String hint) {
    return new KfawsException(
        Diagnostic.error(rule, Location.of(where.replace('\\', '/')), "", message, hint));
  }

  /**
   * Builds a folder or a URL.
   *
   * @throws IOException if the program cannot be run any more
   */
  Command.Outcome run(String target) throws IOException {
    List<String> line = new ArrayList<>(List.of(program));
    line.addAll(build);
    line.add(target);
    return new Command(line, timeout).run();
  }

  /** {@code kubectl, kustomize 5.5.0}. */
  @Override
  public String toString() {
    return program + ", kustomize " + version;
  }
}
