package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kfaws.Location;
import io.kfaws.MissingInput;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.katib.Experiment;
import io.kfaws.kube.IamPlugin;
import io.kfaws.kube.Manifest;
import io.kfaws.text.Document;
import io.kfaws.text.Walk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The profiles: each a Profile, with what belongs to its namespace. */
final class ProfilesPart implements Part {
  private static final String PLUGINS = "/spec/plugins";

  private final Found found;
  private final Map<MissingInput, String> given;
  private final Notes notes;
  private final Accounts accounts;
  private final Contributors contributors;
  private final Namespaces namespaces;

  ProfilesPart(Found found, Map<MissingInput, String> given, Notes notes) {
    this.found = found;
    this.given = given;
    this.notes = notes;
    this.accounts = new Accounts(found, notes);
    this.contributors = new Contributors(found, notes);
    this.namespaces = new Namespaces(found, notes);
  }

  @Override
  public void write(Draft configuration) {
    Map<String, Location> names = new HashMap<>();
    found.all("Profile").forEach(profile -> profile(configuration, profile, names));
    Optional.ofNullable(given.get(MissingInput.PROFILE_OWNER))
        .ifPresent(owner -> ofExperiments(configuration, owner, names));
    Set<String> written = new TreeSet<>(names.keySet());
    accounts.others(configuration, written);
    contributors.others(written);
    namespaces.others(written);
  }

  /** Experiments that were read without their profiles. */
  private void ofExperiments(Draft configuration, String owner, Map<String, Location> names) {
    for (Manifest experiment : found.all(Experiment.KIND).toList()) {
      String name = experiment.namespace();
      Location at = experiment.at("/metadata/namespace");
      if (!Placeholder.is(name) && !names.containsKey(name)) {
        names.put(name, at);
        Draft profile = new Draft();
        profile.put("name", name, at);
        profile.put("owner", owner, MissingInput.PROFILE_OWNER.location());
        configuration.add("profiles", profile, at);
      }
    }
  }

  private void profile(Draft configuration, Manifest object, Map<String, Location> names) {
    String name = found.parameters().resolved(object.name());
    String owner = found.parameters().resolved(object.text("/spec/owner/name"));
    Location at = object.at("/metadata/name");
    if (!object.object().group().equals("kubeflow.org")) {
      notes.left(at, "", object.words() + " is none of Kubeflow's", "");
      return;
    }
    if (Placeholder.is(name) || Placeholder.is(owner)) {
      boolean isName = Placeholder.is(name);
      notes.placeholder(
          object.at(isName ? "/metadata/name" : "/spec/owner/name"),
          isName ? "metadata.name" : "spec.owner.name",
          "is not filled in, so the configuration has no such profile",
          "if it should, fill it in and import again");
      return;
    }
    Optional<Location> first = Optional.ofNullable(names.putIfAbsent(name, at));
    if (first.isPresent()) {
      notes.left(
          at,
          "",
          "Profile " + name + " is in " + first.get() + " too, and is taken from there",
          "keep one of them");
      return;
    }
    Draft profile = new Draft();
    profile.put("name", name, at);
    owner(profile, object, owner);
    quota(profile, object);
    identity(profile, object, name);
    namespaces.write(profile, name);
    contributors.write(profile, name);
    configuration.add("profiles", profile, at);
  }

  private static void owner(Draft profile, Manifest object, String name) {
    String kind = object.text("/spec/owner/kind");
    Location at = object.at("/spec/owner/name");
    if (kind.isEmpty() || kind.equals("User")) {
      profile.put("owner", name, at);
      return;
    }
    profile.put("owner.kind", kind, object.at("/spec/owner/kind"));
    profile.put("owner.name", name, at);
    if (!object.text("/spec/owner/namespace").isEmpty()) {
      profile.put("owner.namespace", object.text("/spec/owner/namespace"), at);
    }
  }

  private void quota(Draft profile, Manifest object) {
    JsonPointer at = JsonPointer.compile("/spec/resourceQuotaSpec");
    for (var entry : object.root().at(at).properties()) {
      if (entry.getKey().equals("hard") && !entry.getValue().isEmpty()) {
        profile.put("quota", object.document(), at.appendProperty("hard"));
      } else if (!entry.getValue().isEmpty()) {
        String key = entry.getKey();
        notes.left(
            object.keyAt(at.appendProperty(key)),
            "spec.resourceQuotaSpec." + key,
            "a configuration's quota has hard limits alone",
            "keep a ResourceQuota of your own beside it");
      }
    }
  }

  private void identity(Draft profile, Manifest object, String name) {
    Optional<Parameter> plugin = plugin(profile, object);
    Optional<Parameter> editor = accounts.role(name, ServiceAccount.EDITOR);
    Optional<Parameter> trials = accounts.role(name, ServiceAccount.DEFAULT);
    Optional<Parameter> role = plugin.or(() -> editor).or(() -> trials);
    if (role.isEmpty()) {
      profile.remove("identity");
      return;
    }
    profile.put("identity.roleArn", role.get().value(), role.get().at());
    var list = JsonNodeFactory.instance.arrayNode();
    if (plugin.isPresent() || editor.isPresent()) {
      list.add(ServiceAccount.EDITOR);
    }
    if (trials.filter(other -> other.value().equals(role.get().value())).isPresent()) {
      list.add(ServiceAccount.DEFAULT);
    }
    profile.put("identity.serviceAccounts", list, role.get().at());
    accounts.differing(name, role.get());
  }

  /** The role that the plugins give: the controller applies one after the other. */
  private Optional<Parameter> plugin(Draft profile, Manifest object) {
    Optional<IamPlugin> last = Optional.empty();
    boolean isDecodable = true;
    JsonNode plugins = object.root().at(PLUGINS);
    for (int i = 0; i < plugins.size(); i++) {
      JsonPointer at = JsonPointer.compile(PLUGINS).appendIndex(i);
      if (!plugins.get(i).path("kind").asText().equals(IamPlugin.KIND)) {
        notes.left(
            object.document().at(at),
            "spec.plugins[" + i + "]",
            "kfaws knows no plugin but " + IamPlugin.KIND,
            "keep it in a patch of your own");
        continue;
      }
      IamPlugin plugin = IamPlugin.of(object.document(), at);
      isDecodable &= isDecodable(plugin);
      if (hasRole(plugin)) {
        last.ifPresent(this::overruled);
        last = Optional.of(plugin);
      }
    }
    return isDecodable ? last.map(plugin -> role(profile, plugin)) : Optional.empty();
  }

  private void overruled(IamPlugin plugin) {
    notes.left(
        roleAt(plugin),
        "spec.plugins",
        "another plugin after it gives default-editor its role, and that one counts",
        "keep one plugin");
  }

  private boolean isDecodable(IamPlugin plugin) {
    Document spec = plugin.spec();
    for (String key : Walk.names(spec.root())) {
      if (!Set.of(IamPlugin.ROLE, IamPlugin.ANNOTATE_ONLY).contains(key)) {
        notes.left(
            spec.keyAt(JsonPointer.empty().appendProperty(key)),
            "spec.plugins",
            "the plugin does not know " + key + ", so it does nothing",
            "the plugin's keys are awsIamRole and annotateOnly");
      }
    }
    if (!plugin.isDecodable()) {
      notes.left(
          spec.at(JsonPointer.empty()),
          "spec.plugins",
          "the profile controller cannot decode this plugin, and applies none of the Profile's",
          "write awsIamRole as text, and annotateOnly: true");
    }
    return plugin.isDecodable();
  }

  private boolean hasRole(IamPlugin plugin) {
    boolean isFilled = !Placeholder.is(plugin.value(IamPlugin.ROLE).asText());
    if (!isFilled) {
      notes.placeholder(
          roleAt(plugin),
          "spec.plugins",
          "names no role, so the profile gets none by it",
          "if it should, fill in awsIamRole and import again");
    }
    return isFilled;
  }

  private static Location roleAt(IamPlugin plugin) {
    return plugin.spec().at(JsonPointer.empty().appendProperty(IamPlugin.ROLE));
  }

  private Parameter role(Draft profile, IamPlugin plugin) {
    if (plugin.editsTrust()) {
      Document spec = plugin.spec();
      profile.put(
          "identity.annotateOnly",
          BooleanNode.FALSE,
          spec.at(JsonPointer.empty().appendProperty(IamPlugin.ANNOTATE_ONLY)));
      notes.look(
          "imported-trust-edits",
          spec.at(JsonPointer.empty()),
          "identity.annotateOnly",
          "the profile controller edits this role's trust policy, and is left to",
          "take annotateOnly: false out of the configuration, so that kfaws alone writes the policy");
    }
    return new Parameter(IamPlugin.ROLE, plugin.value(IamPlugin.ROLE).asText(), roleAt(plugin));
  }
}
