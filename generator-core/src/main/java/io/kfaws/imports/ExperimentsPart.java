package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Location;
import io.kfaws.MissingInput;
import io.kfaws.katib.Experiment;
import io.kfaws.kube.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Katib's experiments, each bound to the profile in whose namespace it runs. */
final class ExperimentsPart implements Part {
  private static final JsonPointer SPEC = JsonPointer.compile("/spec");

  private final Found found;
  private final Notes notes;

  ExperimentsPart(Found found, Notes notes) {
    this.found = found;
    this.notes = notes;
  }

  @Override
  public void write(Draft configuration) {
    Set<String> profiles = new TreeSet<>();
    configuration
        .tree()
        .path("profiles")
        .forEach(profile -> profiles.add(profile.path("name").asText()));
    Map<String, Location> names = new HashMap<>();
    found
        .all(Experiment.KIND)
        .filter(experiment -> isOne(experiment, profiles))
        .filter(experiment -> isNew(experiment, names))
        .forEach(experiment -> experiment(configuration, experiment));
  }

  private boolean isOne(Manifest object, Set<String> profiles) {
    String version = object.text("/apiVersion");
    Location at = object.at("/metadata/namespace");
    if (!version.equals(Experiment.API_VERSION)) {
      left(
          object,
          object.at("/apiVersion"),
          "it is of " + version,
          "write it as of " + Experiment.API_VERSION);
    } else if (Placeholder.is(object.name())) {
      left(object, object.at("/metadata"), "it has no name", "write metadata.name");
    } else if (Placeholder.is(object.namespace())) {
      left(
          object, at, "it is in no namespace", "write the name of its profile: metadata.namespace");
    } else if (!profiles.contains(object.namespace())) {
      left(
          object,
          at,
          "its namespace " + object.namespace() + " is no profile that was imported",
          "import the Profile "
              + object.namespace()
              + " too, or say with "
              + MissingInput.PROFILE_OWNER.option()
              + " who owns it");
    } else {
      return true;
    }
    return false;
  }

  private boolean isNew(Manifest object, Map<String, Location> names) {
    Location at = object.at("/metadata/name");
    Optional<Location> first =
        Optional.ofNullable(names.putIfAbsent(object.namespace() + "/" + object.name(), at));
    first.ifPresent(
        other ->
            left(
                object,
                at,
                "it is in " + other + " too, and is taken from there",
                "keep one of them"));
    return first.isEmpty();
  }

  private void experiment(Draft configuration, Manifest object) {
    Location at = object.at("/metadata/name");
    Draft entry = new Draft();
    entry.put("name", object.name(), at);
    entry.put("profile", object.namespace(), object.at("/metadata/namespace"));
    entry.put("spec", object.document(), SPEC);
    configuration.add("experiments", entry, at);
    for (String kind : List.of("labels", "annotations")) {
      JsonPointer here = JsonPointer.compile("/metadata/" + kind);
      List<String> keys =
          object.root().at(here).properties().stream()
              .map(Map.Entry::getKey)
              .filter(
                  key ->
                      !key.equals(Experiment.SUBSTITUTE)
                          && !key.startsWith("kubectl.kubernetes.io/"))
              .toList();
      if (!keys.isEmpty()) {
        notes.left(
            object.keyAt(here.appendProperty(keys.get(0))),
            "metadata." + kind,
            "an experiment of a configuration has no "
                + kind
                + " of its own: "
                + String.join(", ", keys),
            "keep them in a patch of your own");
      }
    }
  }

  private void left(Manifest object, Location at, String reason, String hint) {
    notes.left(object, at, " stays behind: " + reason, hint);
  }
}
