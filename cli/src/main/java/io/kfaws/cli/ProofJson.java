package io.kfaws.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.Proof;
import io.kfaws.RuleResult;
import java.util.List;
import java.util.Locale;

/** A proof as other programs read it: the form that the help of {@code --json} tells. */
final class ProofJson {

  private ProofJson() {}

  static String print(Proof proof) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("proven", proof.isProven());
    root.putObject("engine").put("program", proof.program()).put("kustomize", proof.kustomize());
    ArrayNode overlays = root.putArray("overlays");
    for (Proof.Overlay overlay : proof.overlays()) {
      ObjectNode object = overlays.addObject();
      object.put("overlay", overlay.name());
      object.put("proven", overlay.isProven());
      object.put("objects", overlay.objects());
      ArrayNode rules = object.putArray("rules");
      overlay.results().forEach(result -> add(rules.addObject(), result));
    }
    root.putArray("findings");
    return Json.print(root);
  }

  /** What keeps everything from being proven: nothing is built. */
  static String print(List<Diagnostic> findings) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("proven", false);
    root.putArray("overlays");
    ArrayNode array = root.putArray("findings");
    findings.forEach(found -> add(array.addObject(), found));
    return Json.print(root);
  }

  private static void add(ObjectNode object, RuleResult result) {
    object.put("rule", result.rule());
    object.put("proven", result.proven());
    ArrayNode findings = object.putArray("findings");
    result.findings().forEach(found -> add(findings.addObject(), found));
  }

  private static void add(ObjectNode object, Diagnostic found) {
    object.put("rule", found.rule());
    object.put("severity", found.severity().name().toLowerCase(Locale.ROOT));
    object.put("file", found.location().source());
    object.put("line", found.location().line());
    object.put("column", found.location().column());
    object.put("path", found.path());
    object.put("message", found.message());
    object.put("hint", found.hint());
  }
}
