package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a contributor may do in a profile: Kubeflow's ClusterRoles {@code kubeflow-admin}, {@code
 * kubeflow-edit} and {@code kubeflow-view}, which its access management binds.
 */
public enum ContributorRole {
  /** All that the owner may. */
  ADMIN,
  /** Make and delete notebooks, runs and the like. */
  EDIT,
  /** Look. */
  VIEW;

  /**
   * The role that is written so; the inverse of {@link #toString}.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static ContributorRole of(String text) {
    for (ContributorRole role : values()) {
      if (role.toString().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is not admin, edit or view");
  }

  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
