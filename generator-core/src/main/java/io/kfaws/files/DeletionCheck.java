package io.kfaws.files;

import io.kfaws.Diagnostic;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Lets no Profile go that is not named, for a Profile takes its namespace and all data with it once
 * a GitOps tool prunes it; and takes no name of one that does not go, for that is a slip.
 *
 * @param tree what is to be written
 * @param generated the names of the Profiles that its files below {@code profiles/} hold
 * @param deletions the names of the Profiles that may go
 */
public record DeletionCheck(FileTree tree, Set<String> generated, Set<String> deletions)
    implements WriteCheck {
  private static final int LISTED = 10;

  public DeletionCheck {
    generated = Set.copyOf(generated);
    deletions = Set.copyOf(deletions);
  }

  @Override
  public List<Diagnostic> violations(Difference difference) {
    RemovedProfiles removed = RemovedProfiles.of(difference, generated);
    List<Diagnostic> violations = new ArrayList<>(removed.refusals(deletions));
    deletions.stream()
        .filter(name -> !removed.places().containsKey(name))
        .map(name -> noSuchRemoval(name, removed.names(), difference))
        .forEach(violations::add);
    return violations;
  }

  private Diagnostic noSuchRemoval(String name, SortedSet<String> removed, Difference difference) {
    boolean stays = tree.files().keySet().stream().anyMatch(isFileOf(name));
    return Diagnostic.error(
        "profile-not-removed",
        difference.location("profiles"),
        "",
        stays
            ? "Profile " + name + " stays, the configuration has it"
            : "no Profile " + name + " would go",
        stays
            ? "take it out of profiles first, or do not name it"
            : Nearest.to(name, removed).map(near -> "did you mean " + near + "? ").orElse("")
                + list(removed));
  }

  private static String list(SortedSet<String> removed) {
    if (removed.isEmpty()) {
      return "no Profile would; name only those that a run refuses to remove";
    }
    String more = removed.size() > LISTED ? ", and " + (removed.size() - LISTED) + " more" : "";
    return "would go: " + String.join(", ", removed.stream().limit(LISTED).toList()) + more;
  }

  private static Predicate<String> isFileOf(String name) {
    return path -> ProfileFiles.nameIn(path).filter(name::equals).isPresent();
  }
}
