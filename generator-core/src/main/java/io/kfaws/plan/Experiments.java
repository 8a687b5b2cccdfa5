package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Severity;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.iam.RequiredRole;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.Experiment;
import io.kfaws.installation.Installation;
import io.kfaws.installation.Profile;
import io.kfaws.katib.ExperimentContext;
import io.kfaws.katib.ExperimentValidator;
import io.kfaws.katib.InlineExperiment;
import io.kfaws.text.Document;
import io.kfaws.text.Walk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Katib's experiments of a configuration: read, bound to their profiles, and validated. */
final class Experiments {
  private static final Pattern ENDING = Pattern.compile("\\.yaml$");

  private final Configuration configuration;
  private final ExperimentSources sources;
  private final ExperimentValidator check;
  private final Map<String, Profile> profiles = new HashMap<>();

  /** The manifests of each profile, by name. */
  private final SortedMap<String, SortedMap<String, ObjectNode>> manifests = new TreeMap<>();

  private final List<RequiredRole> needs = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  private Experiments(
      Configuration configuration, ExperimentValidator check, ExperimentSources sources) {
    this.configuration = configuration;
    this.sources = sources;
    this.check = check;
    configuration.installation().profiles().forEach(p -> profiles.putIfAbsent(p.name().text(), p));
  }

  /**
   * Reads and validates them all.
   *
   * @throws IOException if a file or a template folder cannot be read
   */
  static Experiments of(
      Configuration configuration, ExperimentValidator check, ExperimentSources sources)
      throws IOException {
    Experiments experiments = new Experiments(configuration, check, sources);
    Installation installation = configuration.installation();
    for (int i = 0; i < installation.experiments().size(); i++) {
      JsonPointer at = Document.pointer("experiments").appendIndex(i);
      try {
        experiments.validate(installation.experiments().get(i), at);
      } catch (KfawsException e) {
        experiments.findings.addAll(e.diagnostics());
      }
    }
    return experiments;
  }

  private void validate(Experiment experiment, JsonPointer at) throws IOException {
    ExperimentSources.Found found = sources.find(experiment, at);
    InlineExperiment bound = found.experiment().runAs(experiment.serviceAccount());
    JsonPointer account = at.appendProperty("serviceAccount");
    boolean isSaid = !configuration.document().root().at(account).isMissingNode();
    String profile = experiment.profile().text();
    ExperimentContext context =
        new ExperimentContext(
            Optional.ofNullable(profiles.get(profile)).map(Profile::quota).orElse(new TreeMap<>()),
            isSaid ? Optional.of(experiment.serviceAccount()) : Optional.empty());
    List<Diagnostic> all =
        bound.validate(check.within(context)).stream().map(found.told()).toList();
    findings.addAll(all);
    if (all.stream().noneMatch(Diagnostic::isError)) {
      manifests.computeIfAbsent(profile, p -> new TreeMap<>()).put(experiment.name(), bound.tree());
      needs(experiment, at, bound);
    }
  }

  private void needs(Experiment experiment, JsonPointer at, InlineExperiment bound) {
    Set<String> accounts = new TreeSet<>(bound.accounts());
    if (accounts.isEmpty()) {
      accounts.add(experiment.serviceAccount());
    }
    JsonPointer said = at.appendProperty("needsAws");
    Optional<InlineExperiment.Sign> sign = bound.usesAws();
    for (String name : accounts) {
      // What each trial fills in is nobody's name yet.
      Optional<ServiceAccount> account = ServiceAccount.of(experiment.profile().text(), name);
      if (account.isPresent() && experiment.needsAws()) {
        needs.add(
            new RequiredRole(
                account.get(),
                Severity.ERROR,
                () -> configuration.document().at(said),
                Document.path(said),
                "the trials need AWS and run"));
      } else if (account.isPresent() && sign.isPresent()) {
        needs.add(
            new RequiredRole(
                account.get(),
                Severity.WARNING,
                () -> sign.get().location(),
                sign.get().path(),
                "the trials use AWS (" + sign.get().what() + ") and run"));
      }
    }
  }

  /** What is wrong with them, and what is worth a look. */
  List<Diagnostic> findings() {
    return findings.stream().distinct().toList();
  }

  /** The service accounts that have to have a role, because trials use AWS. */
  List<RequiredRole> needs() {
    return needs;
  }

  /** Gives templates the experiments of each profile, sorted by name, and their files' names. */
  Bindings in(Bindings bindings) {
    for (var entry : bindings.tree().path("profiles")) {
      ArrayNode all = ((ObjectNode) entry).putArray("experiments");
      String profile = entry.path("name").asText();
      manifests.getOrDefault(profile, new TreeMap<>()).forEach((name, tree) -> all.add(tree));
    }
    for (var group : bindings.tree().path("profileGroups")) {
      ArrayNode files = (ArrayNode) group.path("files");
      Walk.values(files)
          .map(JsonNode::asText)
          .filter(file -> manifests.containsKey(ENDING.matcher(file).replaceFirst("")))
          .toList()
          .forEach(file -> files.add("experiments/" + file));
    }
    return bindings;
  }
}
