package io.kfaws.iam;

import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.aws.ServiceAccount;
import java.util.List;
import java.util.Optional;

/**
 * AWS' account quota on the length of a trust policy, and the ways out of it.
 *
 * <p>Source: IAM User Guide, "IAM and AWS STS quotas", "Role trust policy length": {@value #USUAL}
 * characters, on request up to {@value #HIGHEST}.
 */
public final class TrustQuota {
  /** The quota of an account that has not asked for more. */
  public static final int USUAL = 2048;

  /** The highest quota that AWS gives. */
  public static final int HIGHEST = 4096;

  private TrustQuota() {}

  /**
   * The finding that a role which profiles share has a trust policy over the quota; absent if it
   * keeps to it.
   *
   * @param trust its subjects in the order of the profiles, so that those of one profile are
   *     neighbours
   * @param quota the account's quota in characters
   * @param location where the configuration names the role
   * @param path the key that names it
   */
  public static Optional<Diagnostic> profiles(
      Trust trust, int quota, Location location, String path) {
    int all = namespaces(trust.subjects());
    int fit = namespaces(trust, trust.fitting(quota));
    return finding(
        trust,
        quota,
        location,
        path,
        all + (all == 1 ? " profile" : " profiles"),
        fit == 1 ? "1 profile fits" : fit + " profiles fit",
        wayOut(
            "give each profile a role of its own with profileDefaults.identity.role",
            roles(trust, quota, true)));
  }

  /**
   * The finding that a role has more service accounts than its trust policy can hold; absent if it
   * keeps to the quota.
   *
   * @param quota the account's quota in characters
   * @param location where the configuration names the role
   * @param path the key that names it
   */
  public static Optional<Diagnostic> accounts(
      Trust trust, int quota, Location location, String path) {
    int all = trust.subjects().size();
    int fit = trust.fitting(quota);
    return finding(
        trust,
        quota,
        location,
        path,
        all + (all == 1 ? " service account" : " service accounts"),
        fit == 1 ? "1 of them fits" : fit + " of them fit",
        wayOut("give some of them another role", roles(trust, quota, false)));
  }

  private static Optional<Diagnostic> finding(
      Trust trust,
      int quota,
      Location location,
      String path,
      String who,
      String fit,
      String wayOut) {
    int size = trust.size();
    if (size <= quota) {
      return Optional.empty();
    }
    int issuers = trust.issuers().size();
    String by = issuers == 1 ? "" : " on " + issuers + " clusters";
    String message =
        "the role's trust policy for "
            + who
            + by
            + " has "
            + size
            + " characters, AWS allows "
            + quota
            + ": "
            + fit;
    return Optional.of(
        Diagnostic.error(
            "too-many-trusted-accounts", location, path, message, wayOut + raised(size)));
  }

  private static String wayOut(String ownRole, int roles) {
    return roles == 0
        ? "let fewer clusters (identity.additionalIssuers) or service accounts take the role"
        : ownRole + ", or share " + roles + " roles instead of one";
  }

  private static String raised(int size) {
    return size > HIGHEST
        ? ""
        : ", or have AWS raise the quota \"Role trust policy length\" and declare"
            + " identity.trustPolicyQuota: "
            + size;
  }

  /**
   * How many roles it takes, none of them over the quota; 0 if not even one profile fits.
   *
   * @param together whether the service accounts of a namespace need the same role
   */
  private static int roles(Trust trust, int quota, boolean together) {
    int roles = 0;
    Trust rest = trust;
    while (true) {
      int fitting = rest.fitting(quota);
      int taken = together ? whole(rest, fitting) : fitting;
      if (taken == 0) {
        return 0;
      }
      roles++;
      if (taken == rest.subjects().size()) {
        return roles;
      }
      rest = rest.after(taken);
    }
  }

  /** How many of the first subjects are there without tearing a namespace apart. */
  private static int whole(Trust trust, int count) {
    List<ServiceAccount> subjects = trust.subjects();
    int end = count;
    while (end > 0
        && end < subjects.size()
        && subjects.get(end).namespace().equals(subjects.get(end - 1).namespace())) {
      end--;
    }
    return end;
  }

  private static int namespaces(Trust trust, int count) {
    return namespaces(trust.subjects().subList(0, whole(trust, count)));
  }

  private static int namespaces(List<ServiceAccount> subjects) {
    return (int) subjects.stream().map(ServiceAccount::namespace).distinct().count();
  }
}
