package io.kfaws.files;

import io.kfaws.Change;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The Profiles that a run would take out of a folder: the folder speaks of them, the tree does not
 * hold them. A Profile whose file moves, to another group for instance, is not among them.
 *
 * <p>What speaks of a Profile is what the run replaces or removes, whoever wrote it: the Profiles
 * in it, the name of its file, the lists of files. A file that kfaws wrote and somebody else
 * deleted counts by its name: that deletion may be a slip, and need not have reached the cluster.
 *
 * @param places what spoke of each Profile, by the Profile's name
 */
public record RemovedProfiles(SortedMap<String, Location> places) {
  public RemovedProfiles {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** Those that a run would take away; it reads nothing but what the difference holds. */
  public static RemovedProfiles of(Difference difference, Set<String> generated) {
    List<Change> changes =
        difference.changes().stream().filter(c -> ProfileFiles.isOne(c.path())).toList();
    SortedMap<String, Location> places = new TreeMap<>();
    spokenOf(changes, difference)
        .forEach((name, path) -> places.put(name, difference.location(path)));
    places.keySet().removeAll(generated);
    return new RemovedProfiles(places);
  }

  /** The paths by the names of the Profiles that the changed and the lost files speak of. */
  private static Map<String, String> spokenOf(List<Change> changes, Difference difference) {
    Map<String, String> paths = new TreeMap<>();
    for (Change change : changes) {
      if (change.kind() != Change.Kind.ADDED) {
        Stream.concat(
                ProfileFiles.heldBy(change.before()).stream(),
                ProfileFiles.nameIn(change.path()).stream())
            .forEach(name -> paths.putIfAbsent(name, change.path()));
      }
    }
    if (difference.isMerged()) {
      // Lists and ledger hold the lines of both branches: what only they speak of went in one.
      return paths;
    }
    difference
        .lost()
        .forEach(
            path -> ProfileFiles.nameIn(path).ifPresent(name -> paths.putIfAbsent(name, path)));
    // Last, for a list is the poorer place; but where the ledger is lost, only the lists change.
    changes.stream()
        .filter(change -> ProfileFiles.isKustomization(change.path()))
        .forEach(
            list ->
                ProfileFiles.listedBy(list.before())
                    .forEach(name -> paths.putIfAbsent(name, list.path())));
    return paths;
  }

  /** The names. */
  public SortedSet<String> names() {
    return new TreeSet<>(places.keySet());
  }

  /** One for each, for who reads what would change. */
  public List<Diagnostic> warnings() {
    return places.entrySet().stream()
        .map(
            removed ->
                Diagnostic.warning(
                    "profile-removed",
                    removed.getValue(),
                    "",
                    loss(removed.getKey()),
                    "generating refuses it unless asked by " + option(removed.getKey())))
        .toList();
  }

  /** One for each that was not allowed to go. */
  List<Diagnostic> refusals(Set<String> allowed) {
    return places.entrySet().stream()
        .filter(removed -> !allowed.contains(removed.getKey()))
        .map(
            removed ->
                Diagnostic.error(
                    "profile-removed",
                    removed.getValue(),
                    "",
                    loss(removed.getKey()),
                    "put it back into profiles, or let it go by name: " + option(removed.getKey())))
        .toList();
  }

  private static String loss(String name) {
    return "Profile "
        + name
        + " and its namespace would go, with all that is in it: notebooks, volumes, secrets, runs,"
        + " models";
  }

  private static String option(String name) {
    return "--delete-profile " + name + " (kfaws.deleteProfiles)";
  }
}
