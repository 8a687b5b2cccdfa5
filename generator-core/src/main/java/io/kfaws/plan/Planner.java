package io.kfaws.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Capability;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.catalog.Catalog;
import io.kfaws.catalog.Component;
import io.kfaws.catalog.Overlay;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.catalog.TemplatePath;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.Installation;
import io.kfaws.installation.ReleaseName;
import io.kfaws.katib.ExperimentValidator;
import io.kfaws.katib.KatibFacts;
import io.kfaws.katib.OwnAlgorithms;
import io.kfaws.schema.Schemas;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides what is generated: the configuration against the catalog. Thread-safe. */
public final class Planner {
  private final Catalog catalog;
  private final Schemas schemas;
  private final Printer printer;

  /**
   * A planner that knows what this catalog knows.
   *
   * @param schemas what experiments are validated by
   * @param printer what fills the templates of experiments
   */
  public Planner(Catalog catalog, Schemas schemas, Printer printer) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.printer = printer;
  }

  /**
   * The descriptor of a release that is named without a configuration.
   *
   * @param origin what names it, for messages
   * @throws KfawsException if kfaws does not know it
   */
  public ReleaseDescriptor release(String name, String origin) {
    return catalog
        .release(name)
        .orElseThrow(() -> PlanRules.unknownRelease(catalog, name, Location.of(origin), ""));
  }

  /**
   * The plan for a configuration.
   *
   * @throws KfawsException with all that the configuration lacks or the release cannot do
   * @throws IOException if a template folder cannot be read
   */
  public Plan plan(Configuration configuration) throws IOException {
    PlanRules violations = new PlanRules(configuration.document(), catalog);
    String name = configuration.installation().kubeflow().release().text();
    ReleaseDescriptor release =
        catalog.release(name).orElseThrow(() -> violations.unknownRelease(name));
    Optional<String> patched = ConfigurationBindings.patchedSample(configuration, release);
    Bindings bindings = ConfigurationBindings.of(configuration, release, patched);
    capabilities(release, bindings, violations);
    BaseFolder.flaw(configuration).ifPresent(violations::base);
    configuration
        .installation()
        .kubeflow()
        .base()
        .filter(base -> base.isRemote() && !base.isPinned())
        .ifPresent(violations::floating);
    SortOptions sortOptions = SortOptions.of(configuration, release, schemas);

    TemplatePath templates = catalog.templates(release);
    List<Plan.Chosen> chosen = new ArrayList<>();
    for (Overlay overlay : overlays(configuration, bindings, violations)) {
      for (String need : overlay.needs()) {
        if (!bindings.has(need)) {
          violations.missing(need, overlay, bindings);
        }
      }
      chosen.add(new Plan.Chosen(overlay, components(overlay, templates, bindings, violations)));
    }
    Set<String> used = used(chosen);
    if (!chosen.isEmpty()) {
      violations.unused(used, bindings);
    }
    Identities identities =
        Identities.of(
            configuration, release, bindings, used, chosen.isEmpty() ? Optional.empty() : patched);
    violations.contributors(configuration.installation().profiles());
    violations.labels(configuration.installation().profiles(), release);
    ExperimentLibrary library =
        new ExperimentLibrary(configuration, templates, printer, catalog.experimentTemplates());
    Experiments experiments =
        Experiments.of(
            configuration,
            new ExperimentValidator(schemas, KatibFacts.of(release.katib()))
                .knowing(
                    new OwnAlgorithms(
                        configuration.installation().kubeflow().katibAlgorithms(), true)),
            new ExperimentSources(schemas, configuration, bindings.tree(), library));
    Bindings whole = experiments.in(identities.bindings());
    List<Component> folders = folders(templates, whole, violations);

    List<Diagnostic> findings = new ArrayList<>(configuration.warnings());
    findings.addAll(violations.findings());
    findings.addAll(sortOptions.findings());
    findings.addAll(identities.findings());
    findings.addAll(experiments.findings());
    List<Diagnostic> warnings = KfawsException.throwIfErrors(findings);
    return new Plan(
        configuration,
        release,
        BaseFolder.of(configuration),
        sortOptions.value(),
        templates,
        whole,
        chosen,
        folders,
        identities.expectations().with(experiments.needs()),
        warnings);
  }

  /**
   * The plan for a configuration that asks for another release in {@code kubeflow.release}, and for
   * all else as it does.
   *
   * @param release the other release's tag
   * @throws KfawsException if kfaws does not know the release, or with all that it cannot do
   * @throws IOException if a template folder cannot be read
   */
  public Plan upgrade(Configuration configuration, String release) throws IOException {
    PlanRules violations = new PlanRules(configuration.document(), catalog);
    if (catalog.release(release).isEmpty()) {
      throw violations.unknownRelease(release);
    }
    if (configuration.installation().kubeflow().base().isPresent()) {
      violations.keptBase(release);
    }
    List<Diagnostic> warnings = new ArrayList<>(configuration.warnings());
    warnings.addAll(violations.findings());
    Installation later = configuration.installation().on(ReleaseName.of(release));
    return plan(new Configuration(configuration.document(), later, warnings));
  }

  /**
   * The values of a plan as far as one of its overlays uses them: of a configuration that describes
   * more than an overlay needs, the rest is none of that overlay's business.
   */
  public Bindings fulfilledBy(Plan.Chosen chosen, Plan plan) {
    ObjectNode own = plan.bindings().tree().deepCopy();
    catalog.overlays().stream()
        .flatMap(overlay -> overlay.needs().stream())
        .filter(need -> !chosen.overlay().needs().contains(need))
        .forEach(own::remove);
    return new Bindings(own);
  }

  /** The sections of the configuration that something in the overlays uses. */
  private static Set<String> used(List<Plan.Chosen> chosen) {
    Set<String> used = new TreeSet<>();
    for (Plan.Chosen choice : chosen) {
      used.addAll(choice.overlay().needs());
      choice.components().forEach(component -> used.addAll(component.needs()));
    }
    return used;
  }

  private List<Component> folders(TemplatePath templates, Bindings bindings, PlanRules violations)
      throws IOException {
    List<Component> folders = new ArrayList<>();
    for (String name : catalog.folders()) {
      Component component = templates.component(name);
      if (component.when().map(bindings::has).orElse(true)) {
        component.needs().stream()
            .filter(need -> !bindings.has(need))
            .forEach(need -> violations.missing(need, component));
        folders.add(component);
      }
    }
    return folders;
  }

  private static void capabilities(
      ReleaseDescriptor release, Bindings bindings, PlanRules violations) {
    release
        .capabilities()
        .forEach(
            (path, capability) -> {
              if (bindings.has(path) && capability.status() != Capability.Status.SUPPORTED) {
                violations.capability(path, release, capability);
              }
            });
  }

  /**
   * Those the configuration names, or else the one that uses most of what the configuration
   * describes.
   */
  private List<Overlay> overlays(
      Configuration configuration, Bindings bindings, PlanRules violations) {
    List<String> names = configuration.installation().overlays();
    if (names.isEmpty()) {
      Optional<Overlay> best =
          catalog.overlays().stream()
              .filter(overlay -> overlay.needs().stream().allMatch(bindings::has))
              .max(Comparator.comparingInt(overlay -> overlay.needs().size()));
      Installation installation = configuration.installation();
      if (best.isEmpty() && installation.profiles().isEmpty() && installation.roles().isEmpty()) {
        violations.nothingToDo();
      }
      return best.stream().toList();
    }
    // The schema knows the names, so that another one does not come this far.
    return names.stream().map(name -> catalog.overlay(name).orElseThrow()).toList();
  }

  private static List<Component> components(
      Overlay overlay, TemplatePath templates, Bindings bindings, PlanRules violations)
      throws IOException {
    List<Component> components = new ArrayList<>();
    for (Overlay.Part part : overlay.components()) {
      if (part.when().map(bindings::has).orElse(true)) {
        Component component = templates.component(part.component());
        if (component.when().map(bindings::has).orElse(true)) {
          components.add(component);
        }
      }
    }
    components.stream()
        .flatMap(component -> component.needs().stream())
        .distinct()
        .filter(need -> !bindings.has(need) && !overlay.needs().contains(need))
        .forEach(need -> violations.missing(need, overlay, components));
    return components;
  }
}
