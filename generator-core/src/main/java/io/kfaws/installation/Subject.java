package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * Who owns a profile, as RBAC names people and programs (Kubernetes, rbac.authorization.k8s.io/v1,
 * {@code Subject}; Kubeflow, {@code ProfileSpec.owner}).
 *
 * @param kind what it is
 * @param name its name, as the cluster's login knows it: often a mail address
 * @param namespace where a service account lives; a user or a group lives in none
 */
public record Subject(Kind kind, String name, Optional<DnsLabel> namespace) {

  /** What RBAC can bind a role to. */
  public enum Kind {
    /** A person, as the login writes it in {@code kubeflow-userid}. */
    USER("User"),
    /** A group of people, as the login writes it. */
    GROUP("Group"),
    /** A program inside the cluster. */
    SERVICE_ACCOUNT("ServiceAccount");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /**
     * The kind that is written so; the inverse of {@link #toString}.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Kind of(String text) {
      for (Kind kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("\"" + text + "\" is not User, Group or ServiceAccount");
    }

    @Override
    @JsonValue
    public String toString() {
      return text;
    }
  }
}
