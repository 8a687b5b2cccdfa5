package io.kfaws;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What is left to the user once Profiles have gone from the files.
 *
 * <p>Their annotations keep Argo CD and Flux from deleting them, so nothing happens in the cluster
 * until somebody deletes them by hand. The Profile controller made neither of the two objects: the
 * namespace is a generated one, and so it is not deleted along with the Profile.
 */
public final class LastSteps {
  private LastSteps() {}

  /** The lines to print after Profiles have gone, none where there are none. */
  public static List<String> afterDeletionOf(Collection<String> profiles) {
    if (profiles.isEmpty()) {
      return List.of();
    }
    TreeSet<String> sorted = new TreeSet<>(profiles);
    String which = (sorted.size() == 1 ? "Profile " : "Profiles ") + String.join(", ", sorted);
    String names = String.join(" ", sorted);
    return List.of(
        which
            + (sorted.size() == 1 ? " and its namespace are" : " and their namespaces are")
            + " still in the cluster: annotations keep Argo CD and Flux from deleting them.",
        "To delete them, with all that is in the namespaces:",
        "  kubectl delete profile " + names,
        "  kubectl delete namespace " + names);
  }
}
