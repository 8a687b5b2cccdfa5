package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.RoleArn;
import io.kfaws.installation.CustomRole;
import io.kfaws.installation.Installation;
import io.kfaws.installation.NewRole;
import io.kfaws.installation.Profile;
import io.kfaws.installation.ProfileIdentity;
import io.kfaws.installation.Subject;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether those who share a role may, and mean the same role. */
final class SharedRoles {
  private final Installation configuration;
  private final ConfigurationFindings findings;
  private final Map<RoleArn, List<Use>> uses = new LinkedHashMap<>();
  private final Map<String, Told<NewRole>> created = new HashMap<>();
  private final Map<RoleArn, Told<String>> copies = new HashMap<>();

  SharedRoles(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
  }

  /** A profile that takes a role, and where the role is named. */
  private record Use(Profile profile, JsonPointer at) {}

  /** What was told of a role first, and where. */
  private record Told<T>(T what, JsonPointer at) {}

  void check() {
    for (int i = 0; i < configuration.profiles().size(); i++) {
      Profile profile = configuration.profiles().get(i);
      JsonPointer at = below(ProfileRules.PROFILES.appendIndex(i), "identity");
      profile.identity().ifPresent(identity -> profile(profile, identity, at));
    }
    for (int i = 0; i < configuration.roles().size(); i++) {
      JsonPointer at = Document.pointer("roles").appendIndex(i);
      CustomRole custom = configuration.roles().get(i);
      custom.role().ifPresent(role -> created(role, below(at, "role")));
      copy(custom.arn(configuration.cluster()), custom.trustPolicy(), below(at, "trustPolicy"));
    }
    uses.forEach(this::owners);
  }

  private void profile(Profile profile, ProfileIdentity identity, JsonPointer at) {
    Optional<RoleArn> arn = identity.arn(configuration.cluster());
    JsonPointer named = written(at, identity.roleArn().isPresent() ? "roleArn" : "role");
    arn.ifPresent(
        role -> uses.computeIfAbsent(role, r -> new ArrayList<>()).add(new Use(profile, named)));
    identity.role().ifPresent(role -> created(role, named));
    copy(arn, identity.trustPolicy(), written(at, "trustPolicy"));
  }

  /** Where a key of an identity is: in the profile, or in what profiles have in common. */
  private JsonPointer written(JsonPointer identity, String key) {
    JsonPointer own = below(identity, key);
    return findings.isWritten(own) ? own : below(ProfileRules.DEFAULTS, "identity", key);
  }

  /** The names of roles are unique in an account whatever their case and their path. */
  private void created(NewRole role, JsonPointer at) {
    if (role.name().isEmpty()) {
      return;
    }
    String name = role.name().get().text();
    Told<NewRole> now = new Told<>(role, at);
    Optional.ofNullable(created.putIfAbsent(name.toLowerCase(Locale.ROOT), now))
        .filter(first -> !first.what().equals(role))
        .ifPresent(
            first ->
                findings.error(
                    "role-conflict",
                    at,
                    "role " + name + " is described otherwise in " + Document.path(first.at()),
                    "describe it alike, or give this one a name that differs in more than case"));
  }

  private void copy(Optional<RoleArn> role, Optional<String> file, JsonPointer at) {
    if (role.isEmpty() || file.isEmpty()) {
      return;
    }
    Optional.ofNullable(copies.putIfAbsent(role.get(), new Told<>(file.get(), at)))
        .filter(first -> !first.what().equals(file.get()))
        .ifPresent(
            first ->
                findings.error(
                    "trust-policy-conflict",
                    at,
                    "a role has one trust policy, and the copy of this role's is "
                        + first.what()
                        + " in "
                        + Document.path(first.at()),
                    "name the same file for the same role"));
  }

  private void owners(RoleArn role, List<Use> uses) {
    Map<Subject, String> firsts = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (Use use : uses) {
      Subject owner = use.profile().owner();
      String name = use.profile().name() + " of " + owner.name();
      if (firsts.putIfAbsent(owner, name) != null) {
        others.add(name);
      }
    }
    if (firsts.size() > 1) {
      List<String> names = new ArrayList<>(firsts.values());
      names.addAll(others);
      findings.warning(
          "shared-role",
          uses.get(0).at(),
          "profiles of different owners share the role "
              + role
              + ": "
              + ConfigurationFindings.some(names),
          "what one of them may do in AWS all may; give each a role of its own: role: {…}");
    }
  }
}
