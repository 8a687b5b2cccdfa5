package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.ObjectReference;
import io.kfaws.text.Walk;
import java.util.Base64;
import java.util.List;

/**
 * Nothing is applied that others in the cluster fill in. Under server-side apply the value of each
 * key is enforced, an empty one too: the rules of an aggregated ClusterRole, and the CA of a
 * webhook.
 */
record ServerSideApply() implements BuildRule {
  private static final String HINT =
      "leave the key out of a base of your own; of a release's, remove it as"
          + " server-side-apply/kustomization.yaml does, with a file of your own under --templates";

  private static final List<String> CONFIGURATIONS =
      List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

  @Override
  public String id() {
    return "server-side-apply";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    Objects built = build.built();
    built
        .keys("ClusterRole")
        .filter(key -> built.get(key).has("aggregationRule"))
        .forEach(key -> role(key, built.get(key), findings));
    for (String kind : CONFIGURATIONS) {
      built
          .keys(kind)
          .forEach(
              key -> {
                if (isKept(build, key)) {
                  findings.proven(key.toString());
                  return;
                }
                JsonNode webhooks = built.get(key).path("webhooks");
                for (int i = 0; i < webhooks.size(); i++) {
                  String path = key + ": webhooks[" + i + "].clientConfig";
                  webhook(path, webhooks.path(i).path("clientConfig"), findings);
                }
              });
    }
    built
        .keys("CustomResourceDefinition")
        .forEach(key -> conversion(key, built.get(key), findings));
  }

  /** Whether what fills in the CA can only replace one that is there. */
  private static boolean isKept(Build build, ObjectReference key) {
    return Walk.values(build.configuration().at("/release/serverSideApply/keptCaBundles"))
        .anyMatch(kept -> kept.asText().equals(key.name()));
  }

  private static void role(ObjectReference key, JsonNode role, BuildFindings findings) {
    if (role.has("rules")) {
      findings.find(
          key + ": rules",
          "takes away at each server-side apply what the cluster has gathered by the"
              + " aggregationRule, until it is gathered again",
          HINT);
    } else {
      findings.proven(key.toString());
    }
  }

  /** Where v1 and v1beta1 have the webhook that converts between the versions of a resource. */
  private static void conversion(ObjectReference key, JsonNode definition, BuildFindings findings) {
    for (String way : List.of("webhook.clientConfig", "webhookClientConfig")) {
      JsonNode client = definition.at("/spec/conversion/" + way.replace('.', '/'));
      if (client.isObject()) {
        webhook(key + ": spec.conversion." + way, client, findings);
      }
    }
  }

  private static void webhook(String path, JsonNode client, BuildFindings findings) {
    if (client.has("caBundle") && isEmpty(client.path("caBundle").asText())) {
      findings.find(
          path + ".caBundle",
          "takes away at each server-side apply the CA that others fill in, and the webhook cannot"
              + " be called until they do so again",
          HINT);
    } else {
      findings.proven(path);
    }
  }

  /** Releases up to v1.9.1 write the base64 of a line break, which is as empty. */
  private static boolean isEmpty(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      for (byte each : bytes) {
        if (!Character.isWhitespace(each)) {
          return false;
        }
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false; // the API server refuses it, with words of its own
    }
  }
}
