package io.kfaws.iam;

import io.kfaws.Diagnostic;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.kube.Bundle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who may touch what: pods run as service accounts, which take roles, which have policies, which
 * name resources. Read from the generated files, so that it is what will be applied.
 *
 * @param accounts the service accounts that have a role, or are said to have one
 * @param roles the roles, by ARN
 * @param findings what could not be read
 */
public record Graph(
    SortedMap<ServiceAccount, Account> accounts,
    SortedMap<String, Role> roles,
    List<Diagnostic> findings) {

  /** Copies the collections. */
  public Graph {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
    roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    findings = List.copyOf(findings);
  }

  /**
   * The graph of a bundle: of the service accounts of its roots, and of the roles of {@code
   * iam/roles.jsonl} and {@code iam/<group>/roles.jsonl}.
   */
  public static Graph of(Bundle bundle, Expectations expectations) {
    AccountReader accounts = AccountReader.read(bundle.roots(), expectations);
    RoleReader roles = RoleReader.read(bundle, expectations);
    List<Diagnostic> findings = new ArrayList<>(accounts.findings());
    findings.addAll(roles.findings());
    return new Graph(accounts.accounts(), roles.roles(), findings);
  }

  /** What belongs to these namespaces, usually profiles': their service accounts and the roles. */
  public Graph only(Set<String> namespaces) {
    SortedMap<ServiceAccount, Account> there = new TreeMap<>(accounts);
    there.values().removeIf(account -> namespaces.stream().noneMatch(account::isOf));
    Set<String> reached = new HashSet<>();
    there.values().forEach(account -> reached.addAll(account.roles()));
    SortedMap<String, Role> taken = new TreeMap<>(roles);
    taken.keySet().retainAll(reached);
    return new Graph(there, taken, findings);
  }

  /** The accounts that have each role, by the role's ARN; sorted. */
  Map<String, List<Account>> accountsByRole() {
    Map<String, List<Account>> byRole = new HashMap<>();
    for (Account account : accounts.values()) {
      for (String role : account.roles()) {
        byRole.computeIfAbsent(role, first -> new ArrayList<>()).add(account);
      }
    }
    return byRole;
  }
}
