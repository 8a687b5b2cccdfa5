package io.kfaws;

import io.kfaws.files.DeletionCheck;
import io.kfaws.files.Difference;
import io.kfaws.files.FileTree;
import io.kfaws.files.RemovedProfiles;
import io.kfaws.iam.Graph;
import io.kfaws.kube.Bundle;
import io.kfaws.prove.Engine;
import io.kfaws.prove.Prover;
import io.kfaws.prove.Task;
import io.kfaws.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a configuration became, in memory and validated: the files, where they are meant to be, who
 * may access what once they are applied, and warnings. Immutable and thread-safe.
 */
public final class Generation {
  private static final String PROFILES = "profiles/";

  private final Source configuration;
  private final Path output;
  private final List<String> overlays;
  private final FileTree tree;
  private final Bundle bundle;
  private final Graph graph;
  private final List<Diagnostic> warnings;
  private final Proving proving;
  private final Runnable waiting;

  /** What only a proof needs is computed when somebody asks for one. */
  interface Proving {
    Task task(Generation generation) throws IOException;
  }

  Generation(
      Source configuration,
      Path output,
      List<String> overlays,
      FileTree tree,
      Bundle bundle,
      Graph graph,
      List<Diagnostic> warnings,
      Proving proving,
      Runnable waiting) {
    this.configuration = configuration;
    this.output = output;
    this.overlays = List.copyOf(overlays);
    this.tree = tree;
    this.bundle = bundle;
    this.graph = graph;
    this.warnings = List.copyOf(warnings);
    this.proving = proving;
    this.waiting = waiting;
  }

  /**
   * The same, with somebody who hears of it when a run of another process in the output folder is
   * waited for.
   *
   * @param listener is run each time before the wait begins, in the caller's thread
   */
  public Generation onWait(Runnable listener) {
    return new Generation(
        configuration, output, overlays, tree, bundle, graph, warnings, proving, listener);
  }

  /** The folder that the files are meant for. */
  public Path output() {
    return output;
  }

  /** The overlays among the files, each a folder, in the order of the configuration. */
  public List<String> overlays() {
    return overlays;
  }

  /** The files: their texts, by path relative to the output folder, with {@code /}; sorted. */
  public SortedMap<String, String> files() {
    return tree.files();
  }

  /** Who may access what in AWS, as the files say it. */
  public Graph graph() {
    return graph;
  }

  /** What is worth a look. */
  public List<Diagnostic> warnings() {
    return warnings;
  }

  /** The names of the Profiles that the files bring or patch. */
  public SortedSet<String> profiles() {
    return bundle.profiles("");
  }

  /**
   * The graph, drawn.
   *
   * @param namespaces only what belongs to the service accounts of these profiles, or of other
   *     namespaces that have access; empty: all
   * @throws KfawsException for each that is neither
   */
  public String drawGraph(GraphFormat format, Set<String> namespaces) {
    if (namespaces.isEmpty()) {
      return format.draw(graph);
    }
    Set<String> known = profiles();
    graph.accounts().keySet().stream()
        .filter(account -> !account.isPattern())
        .forEach(account -> known.add(account.namespace()));
    KfawsException.throwIfErrors(
        namespaces.stream()
            .filter(name -> !known.contains(name))
            .map(name -> unknown(name, known))
            .toList());
    return format.draw(graph.only(namespaces));
  }

  private Diagnostic unknown(String name, Set<String> known) {
    return Diagnostic.error(
        "unknown-profile-filter",
        Location.of(configuration.name()),
        "profiles",
        "there is no " + name + ", and no other namespace of that name has access",
        Nearest.to(name, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("without --profile, everybody is shown"));
  }

  /**
   * How the folder differs from the files; empty if it is up to date. Nothing is written.
   *
   * @throws KfawsException if the folder cannot be compared: a damaged ledger, links in it
   * @throws IOException if it cannot be read
   */
  public List<Change> changes() throws IOException {
    return tree.differenceFrom(output, waiting).changes();
  }

  /**
   * How the folder differs from the files, and which Profiles would go. Nothing is written.
   *
   * @throws KfawsException if the folder cannot be compared: a damaged ledger, links in it
   * @throws IOException if it cannot be read
   */
  public Preview preview() throws IOException {
    Difference difference = tree.differenceFrom(output, waiting);
    RemovedProfiles removed = RemovedProfiles.of(difference, bundle.profiles(PROFILES));
    List<Diagnostic> found = new ArrayList<>(removed.warnings());
    found.addAll(difference.remarks());
    return new Preview(difference.changes(), removed.names(), found.stream().sorted().toList());
  }

  /**
   * The names of the Profiles that the folder speaks of and the files do not hold: those that
   * {@link #apply(Overwrite)} refuses to remove. Nothing is written.
   *
   * @throws KfawsException if the folder cannot be compared: a damaged ledger, links in it
   * @throws IOException if it cannot be read
   */
  public SortedSet<String> removedProfiles() throws IOException {
    return preview().removedProfiles();
  }

  /**
   * Makes the folder equal to the files, or leaves it as it was.
   *
   * @throws KfawsException with every file that was edited since or is not kfaws' own, unless
   *     {@code overwrite} says otherwise, and with every Profile that would go
   * @throws IOException if the folder cannot be written; it is as it was before
   */
  public Applied apply(Overwrite overwrite) throws IOException {
    return apply(overwrite, Set.of());
  }

  /**
   * Makes the folder equal to the files, or leaves it as it was, and lets these Profiles go.
   *
   * @param deletions the names of the Profiles that may go; exactly those of {@link
   *     #removedProfiles}
   * @throws KfawsException with every file that was edited since or is not kfaws' own, unless
   *     {@code overwrite} says otherwise, with every Profile that would go and is not among the
   *     deletions, and with every deletion that is not of a Profile that would go
   * @throws IOException if the folder cannot be written; it is as it was before
   */
  public Applied apply(Overwrite overwrite, Set<String> deletions) throws IOException {
    return tree.applyTo(output, overwrite, check(deletions), waiting);
  }

  /**
   * What {@link #apply(Overwrite, Set)} would do, or why it would refuse. Nothing is written.
   *
   * @throws KfawsException as there, or where a run was interrupted
   * @throws IOException if the folder cannot be read
   */
  public Applied dryRun(Overwrite overwrite, Set<String> deletions) throws IOException {
    return tree.dryRun(output, overwrite, check(deletions), waiting);
  }

  private DeletionCheck check(Set<String> deletions) {
    return new DeletionCheck(tree, bundle.profiles(PROFILES), deletions);
  }

  /**
   * Builds the overlays with the real kustomize, as they are in the folder, and validates what
   * comes out. Nothing is written.
   *
   * @throws KfawsException if the folder is not up to date, no engine is found or the base does not
   *     build. What is wrong with the overlays is in the proof
   * @throws IOException if something cannot be read, or the engine cannot be run
   */
  public Proof prove(ProveOptions options) throws IOException {
    return new Prover(Engine.find(options.engine(), options.timeout())).prove(task());
  }

  /** What is to be proven. */
  Task task() throws IOException {
    return proving.task(this);
  }

  FileTree tree() {
    return tree;
  }

  Runnable waiting() {
    return waiting;
  }

  Bundle bundle() {
    return bundle;
  }
}
