package io.kfaws.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.iam.Expectations;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.Identity;
import io.kfaws.installation.Installation;
import io.kfaws.installation.InstallationReader;
import io.kfaws.installation.SampleProfile;
import java.util.Optional;

/** What the configuration and the release say by themselves, before anything is decided. */
final class ConfigurationBindings {
  private ConfigurationBindings() {}

  /**
   * The profile that the base brings, if the configuration describes it and does not ask to remove
   * it.
   */
  static Optional<String> patchedSample(Configuration configuration, ReleaseDescriptor release) {
    String sample = release.facts().at("/profiles/sample/name").asText();
    return configuration.installation().kubeflow().sampleProfile() == SampleProfile.KEEP
        ? configuration.installation().profiles().stream()
            .map(profile -> profile.name().text())
            .filter(sample::equals)
            .findFirst()
        : Optional.empty();
  }

  static Bindings of(
      Configuration configuration, ReleaseDescriptor release, Optional<String> patched) {
    ObjectNode facts = release.facts().deepCopy();
    facts.put("title", release.title());
    ObjectNode sample = facts.objectNode();
    patched.ifPresent(name -> sample.putObject("patched"));
    if (configuration.installation().kubeflow().sampleProfile() == SampleProfile.REMOVE) {
      sample.put("removed", true);
    }
    Installation installation = configuration.installation();
    ObjectNode tree = (ObjectNode) InstallationReader.tree(installation);
    ((ObjectNode) tree.get("identity")).set("annotations", annotations(installation.identity()));
    Bindings configured = new Bindings(tree);
    return configured
        .with("release", facts)
        .with("sampleProfile", sample)
        .with("ownSecrets", OwnSecretManifests.of(configured, installation.secretDelivery()));
  }

  /** What every annotated service account says beside its role (EKS Pod Identity Webhook). */
  private static ObjectNode annotations(Identity identity) {
    ObjectNode annotations = JsonNodeFactory.instance.objectNode();
    if (!identity.audience().equals(Expectations.USUAL_AUDIENCE)) {
      annotations.put("eks.amazonaws.com/audience", identity.audience());
    }
    identity
        .stsRegionalEndpoints()
        .ifPresent(
            regional ->
                annotations.put(
                    "eks.amazonaws.com/sts-regional-endpoints", Boolean.toString(regional)));
    identity
        .tokenExpiration()
        .ifPresent(
            seconds ->
                annotations.put("eks.amazonaws.com/token-expiration", Integer.toString(seconds)));
    return annotations;
  }
}
