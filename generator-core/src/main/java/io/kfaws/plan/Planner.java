package io.kfaws.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.catalog.Capability;
import io.kfaws.catalog.Catalog;
import io.kfaws.catalog.Component;
import io.kfaws.catalog.Overlay;
import io.kfaws.catalog.Release;
import io.kfaws.catalog.TemplatePath;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.Installation;
import io.kfaws.installation.ReleaseName;
import io.kfaws.schema.Schemas;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides what is generated: the wish against the catalog. Thread-safe. */
public final class Planner {
  private final Catalog catalog;
  private final Schemas schemas;
  private final Printer printer;

  /**
   * A planner that knows what this catalog knows.
   *
   * @param schemas what experiments are judged by
   * @param printer what fills the templates of experiments
   */
  public Planner(Catalog catalog, Schemas schemas, Printer printer) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.printer = printer;
  }

  /**
   * The plan for a wish.
   *
   * @throws KfawsException with all that the wish lacks or the release cannot do
   * @throws IOException if a shelf cannot be read
   */
  public Plan plan(Configuration wish) throws IOException {
    PlanRules objections = new PlanRules(wish.document(), catalog);
    String name = wish.installation().kubeflow().release().text();
    Release release = catalog.release(name).orElseThrow(() -> objections.unknownRelease(name));
    Optional<String> patched = ConfigurationBindings.patchedSample(wish, release);
    Bindings bindings = ConfigurationBindings.of(wish, release, patched);
    capabilities(release, bindings, objections);
    BaseFolder.flaw(wish).ifPresent(objections::base);
    SortOptions sortOptions = SortOptions.of(wish, release, schemas);

    TemplatePath shelves = catalog.shelves(release);
    List<Plan.Chosen> chosen = new ArrayList<>();
    for (Overlay overlay : overlays(wish, bindings, objections)) {
      for (String need : overlay.needs()) {
        if (!bindings.has(need)) {
          objections.missing(need, overlay, bindings);
        }
      }
      chosen.add(new Plan.Chosen(overlay, components(overlay, shelves, bindings, objections)));
    }
    Set<String> used = used(chosen);
    if (!chosen.isEmpty()) {
      objections.unused(used, bindings);
    }
    Identities identities =
        Identities.of(wish, release, bindings, used, chosen.isEmpty() ? Optional.empty() : patched);
    objections.contributors(wish.installation().profiles());
    ExperimentLibrary library =
        new ExperimentLibrary(wish, shelves, printer, catalog.experimentTemplates());
    Experiments experiments =
        Experiments.of(
            wish, schemas, new ExperimentSources(schemas, wish, bindings.tree(), library));
    Bindings whole = experiments.in(identities.bindings());
    List<Component> folders = folders(shelves, whole, objections);

    List<Diagnostic> findings = new ArrayList<>(wish.warnings());
    findings.addAll(objections.findings());
    findings.addAll(sortOptions.findings());
    findings.addAll(identities.findings());
    findings.addAll(experiments.findings());
    List<Diagnostic> warnings = KfawsException.throwIfErrors(findings);
    return new Plan(
        wish,
        release,
        BaseFolder.of(wish),
        sortOptions.value(),
        shelves,
        whole,
        chosen,
        folders,
        identities.claims().with(experiments.needs()),
        warnings);
  }

  /**
   * The plan for a wish that asks for another release in {@code kubeflow.release}, and for all else
   * as it does.
   *
   * @param release the other release's tag
   * @throws KfawsException if kfaws does not know the release, or with all that it cannot do
   * @throws IOException if a shelf cannot be read
   */
  public Plan upgrade(Configuration wish, String release) throws IOException {
    PlanRules objections = new PlanRules(wish.document(), catalog);
    if (catalog.release(release).isEmpty()) {
      throw objections.unknownRelease(release);
    }
    if (wish.installation().kubeflow().base().isPresent()) {
      objections.keptBase(release);
    }
    List<Diagnostic> warnings = new ArrayList<>(wish.warnings());
    warnings.addAll(objections.findings());
    Installation later = wish.installation().on(ReleaseName.of(release));
    return plan(new Configuration(wish.document(), later, warnings));
  }

  /**
   * The values of a plan as far as one of its overlays uses them: of a wish that describes more
   * than an overlay needs, the rest is none of that overlay's business.
   */
  public Bindings fulfilledBy(Plan.Chosen chosen, Plan plan) {
    ObjectNode own = plan.bindings().tree().deepCopy();
    catalog.overlays().stream()
        .flatMap(overlay -> overlay.needs().stream())
        .filter(need -> !chosen.overlay().needs().contains(need))
        .forEach(own::remove);
    return new Bindings(own);
  }

  /** The sections of the wish that something in the overlays uses. */
  private static Set<String> used(List<Plan.Chosen> chosen) {
    Set<String> used = new TreeSet<>();
    for (Plan.Chosen choice : chosen) {
      used.addAll(choice.overlay().needs());
      choice.components().forEach(component -> used.addAll(component.needs()));
    }
    return used;
  }

  private List<Component> folders(TemplatePath shelves, Bindings bindings, PlanRules objections)
      throws IOException {
    List<Component> folders = new ArrayList<>();
    for (String name : catalog.folders()) {
      Component component = shelves.component(name);
      if (component.when().map(bindings::has).orElse(true)) {
        component.needs().stream()
            .filter(need -> !bindings.has(need))
            .forEach(need -> objections.missing(need, component));
        folders.add(component);
      }
    }
    return folders;
  }

  private static void capabilities(Release release, Bindings bindings, PlanRules objections) {
    release
        .capabilities()
        .forEach(
            (path, capability) -> {
              if (bindings.has(path) && capability.status() != Capability.Status.SUPPORTED) {
                objections.capability(path, release, capability);
              }
            });
  }

  /** Those the wish names, or else the one that uses most of what the wish describes. */
  private List<Overlay> overlays(Configuration wish, Bindings bindings, PlanRules objections) {
    List<String> names = wish.installation().overlays();
    if (names.isEmpty()) {
      Optional<Overlay> best =
          catalog.overlays().stream()
              .filter(overlay -> overlay.needs().stream().allMatch(bindings::has))
              .max(Comparator.comparingInt(overlay -> overlay.needs().size()));
      Installation installation = wish.installation();
      if (best.isEmpty() && installation.profiles().isEmpty() && installation.roles().isEmpty()) {
        objections.nothingToDo();
      }
      return best.stream().toList();
    }
    // The schema knows the names, so that another one does not come this far.
    return names.stream().map(name -> catalog.overlay(name).orElseThrow()).toList();
  }

  private static List<Component> components(
      Overlay overlay, TemplatePath shelves, Bindings bindings, PlanRules objections)
      throws IOException {
    List<Component> components = new ArrayList<>();
    for (Overlay.Part part : overlay.components()) {
      if (part.when().map(bindings::has).orElse(true)) {
        Component component = shelves.component(part.component());
        if (component.when().map(bindings::has).orElse(true)) {
          components.add(component);
        }
      }
    }
    components.stream()
        .flatMap(component -> component.needs().stream())
        .distinct()
        .filter(need -> !bindings.has(need) && !overlay.needs().contains(need))
        .forEach(need -> objections.missing(need, overlay, components));
    return components;
  }
}
