package io.kfaws;

import io.kfaws.files.Applied;
import io.kfaws.files.Change;
import io.kfaws.files.DeletionCheck;
import io.kfaws.files.Difference;
import io.kfaws.files.FileTree;
import io.kfaws.files.Overwrite;
import io.kfaws.files.RemovedProfiles;
import io.kfaws.iam.Graph;
import io.kfaws.kube.Bundle;
import io.kfaws.kube.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a configuration became, in memory and validated: the files, where they are meant to lie, who
 * may touch what once they are applied, and warnings.
 *
 * @param tree the files, by path below {@code output}
 * @param bundle the same files, read
 * @param output the folder that they are meant for
 * @param overlays the overlays among them, each a folder, in the order of the configuration
 * @param graph who may touch what in AWS, as the files tell it
 * @param warnings what is worth a look
 */
public record Generation(
    FileTree tree,
    Bundle bundle,
    Path output,
    List<String> overlays,
    Graph graph,
    List<Diagnostic> warnings) {
  private static final String PROFILES = "profiles/";

  /** Copies the lists. */
  public Generation {
    overlays = List.copyOf(overlays);
    warnings = List.copyOf(warnings);
  }

  /** The names of the Profiles that the files bring or patch. */
  public SortedSet<String> profiles() {
    return profilesBelow("");
  }

  private SortedSet<String> profilesBelow(String folder) {
    return bundle.files().values().stream()
        .filter(file -> file.source().name().startsWith(folder))
        .flatMap(file -> file.documents().stream())
        .map(Manifest::alone)
        .filter(Manifest::isProfile)
        .map(Manifest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * How the folder differs from the files; empty if it is up to date. Nothing is written.
   *
   * @throws KfawsException if the folder cannot be compared: a damaged ledger, links in it
   * @throws IOException if it cannot be read
   */
  public List<Change> changes() throws IOException {
    return tree.changesAgainst(output);
  }

  /**
   * How the folder differs from the files, and which Profiles would go. Nothing is written.
   *
   * @throws KfawsException if the folder cannot be compared: a damaged ledger, links in it
   * @throws IOException if it cannot be read
   */
  public Preview preview() throws IOException {
    Difference difference = tree.differenceFrom(output);
    RemovedProfiles removed = RemovedProfiles.of(difference, profilesBelow(PROFILES));
    List<Diagnostic> warnings = new ArrayList<>(removed.warnings());
    warnings.addAll(difference.remarks());
    return new Preview(difference.changes(), removed.names(), warnings.stream().sorted().toList());
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
    return tree.applyTo(
        output, overwrite, new DeletionCheck(tree, profilesBelow(PROFILES), deletions));
  }
}
