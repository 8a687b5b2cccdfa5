package io.kfaws.iam;

import io.kfaws.aws.ServiceAccount;
import io.kfaws.text.Data;
import java.util.List;
import java.util.Optional;

/**
 * Whose pods run as which service account, as data ({@code overlays/workloads.yaml}).
 *
 * @param workloads those of one namespace, and those of any
 */
record Workloads(List<Workload> workloads) {
  private static final Workloads KNOWN = Data.read("overlays/workloads.yaml", Workloads.class);

  /** Copies the list. */
  Workloads {
    workloads = List.copyOf(workloads);
  }

  /**
   * Pods of one service account.
   *
   * @param namespace its namespace; absent: any that has no entry of its own
   * @param name its name
   * @param pods what people call them
   */
  record Workload(Optional<String> namespace, String name, List<String> pods) {
    /** Copies the list. */
    Workload {
      pods = List.copyOf(pods);
    }

    private boolean isOf(Optional<String> other, String account) {
      return namespace.equals(other) && name.equals(account);
    }
  }

  /** What kfaws knows. */
  static Workloads known() {
    return KNOWN;
  }

  /** Whose pods run as a service account; none if nothing is known of it. */
  List<String> of(ServiceAccount account) {
    return find(Optional.of(account.namespace()), account.name())
        .or(() -> find(Optional.empty(), account.name()))
        .map(Workload::pods)
        .orElse(List.of());
  }

  private Optional<Workload> find(Optional<String> namespace, String account) {
    return workloads.stream().filter(workload -> workload.isOf(namespace, account)).findFirst();
  }
}
