package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What labels take from the namespace of a profile: Istio's sidecar, without which no
 * AuthorizationPolicy guards its pods, and the Pod Security level that the base gives it.
 *
 * <p>Istio's webhooks select a namespace by {@code istio-injection: enabled}, and by {@code
 * istio.io/rev} only where the first is absent. The profile controller adds its other labels to a
 * namespace that lacks them, and replaces none.
 *
 * @param level the Pod Security level that the base enforces in the namespace of a profile
 * @param asked the labels that the configuration asks for, by namespace: those are told there
 */
public record NamespaceLabels(String level, SortedMap<String, SortedMap<String, String>> asked) {
  private static final String INJECTION = "istio-injection";
  private static final String REVISION = "istio.io/rev";
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final JsonPointer LABELS = JsonPointer.compile("/metadata/labels");

  /** The revision of which Istio's own webhooks are; the bases install no other. */
  private static final String DEFAULT = "default";

  /** Pod Security Standards, the weakest first. */
  private static final List<String> LEVELS = List.of("privileged", "baseline", "restricted");

  private static final String NO_SIDECAR =
      "pods get no sidecar, so that no AuthorizationPolicy guards them";

  /** Copies the map. */
  public NamespaceLabels {
    asked = new TreeMap<>(asked);
  }

  /** Warnings about labels that a configuration asks for, beside those that kfaws writes. */
  public List<Diagnostic> inConfiguration(Document document, JsonPointer at) {
    Judged judged = new Judged(document, at, new TreeMap<>());
    judged.injection();
    judged.noEffect();
    judged.level(level);
    return judged.warnings;
  }

  /** Warnings about the labels of a Namespace, or of a patch of one. */
  public List<Diagnostic> of(Manifest namespace) {
    SortedMap<String, String> told = asked.getOrDefault(namespace.name(), new TreeMap<>());
    Judged judged = new Judged(namespace.document(), LABELS, told);
    if (judged.labels.has(INJECTION)) {
      judged.injection();
      judged.noEffect();
    } else if (judged.labels.has(REVISION)) {
      judged.revision();
    } else if (namespace.role() == Manifest.Role.WHOLE) {
      judged.warn(
          "no-sidecar",
          INJECTION,
          "is missing: " + NO_SIDECAR,
          "write istio-injection: enabled; the profile controller adds it to a namespace that it"
              + " makes itself alone");
    }
    judged.level(level);
    return judged.warnings;
  }

  /** The labels at one place, and what is found about them. */
  private static final class Judged {
    private final Document document;
    private final JsonPointer at;
    private final JsonNode labels;
    private final SortedMap<String, String> told;
    private final List<Diagnostic> warnings = new ArrayList<>();

    Judged(Document document, JsonPointer at, SortedMap<String, String> told) {
      this.document = document;
      this.at = at;
      this.labels = document.root().at(at);
      this.told = told;
    }

    /** Whether a label is there that was not told elsewhere. */
    boolean has(String label) {
      JsonNode value = labels.path(label);
      return value.isTextual() && !value.asText().equals(told.get(label));
    }

    void injection() {
      if (has(INJECTION) && isOff()) {
        warn(
            "no-sidecar",
            INJECTION,
            "switches off Istio: " + NO_SIDECAR,
            "leave it out, and switch off single pods by the label sidecar.istio.io/inject:"
                + " \"false\"");
      }
    }

    private boolean isOff() {
      return labels.path(INJECTION).asText().equals("disabled");
    }

    /** kfaws writes istio-injection into each namespace itself. */
    void noEffect() {
      if (has(REVISION) && !isOff()) {
        warn(
            "no-sidecar",
            REVISION,
            "has no effect beside istio-injection, by which pods get the sidecar of revision "
                + DEFAULT,
            "remove it; another revision than the base's needs a template of your own, without"
                + " istio-injection");
      }
    }

    void revision() {
      String revision = labels.path(REVISION).asText();
      if (has(REVISION) && !revision.equals(DEFAULT)) {
        warn(
            "no-sidecar",
            REVISION,
            "asks for revision " + revision + ", which the base does not install: " + NO_SIDECAR,
            "write istio-injection: enabled instead, or install that revision");
      }
    }

    void level(String level) {
      int given = LEVELS.indexOf(labels.path(ENFORCE).asText());
      if (has(ENFORCE) && given >= 0 && given < LEVELS.indexOf(level)) {
        warn(
            "weaker-pod-security",
            ENFORCE,
            "is "
                + labels.path(ENFORCE).asText()
                + ", weaker than "
                + level
                + ", which the base gives to profiles",
            "leave it out, or write " + level + " or a stronger level");
      }
    }

    void warn(String rule, String label, String message, String hint) {
      JsonPointer where = at.appendProperty(label);
      warnings.add(
          Diagnostic.warning(rule, document.at(where), Document.path(where), message, hint));
    }
  }
}
