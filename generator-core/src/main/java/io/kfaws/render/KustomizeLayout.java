package io.kfaws.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.catalog.Catalog;
import io.kfaws.catalog.Component;
import io.kfaws.files.FileTree;
import io.kfaws.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The kustomize layout: {@code <overlay>/kustomization.yaml} lays components on the base, and each
 * component is a folder beside it. What is no overlay's is laid once, beside the overlays.
 */
public final class KustomizeLayout implements Layout {
  private final Templates templates;

  /** A layout that renders with this engine. */
  public KustomizeLayout(Templates templates) {
    this.templates = templates;
  }

  @Override
  public FileTree lay(Plan plan, Path output) throws IOException {
    Renderer renderer = new Renderer(plan, output, templates);
    Scope shared = new Values(plan.bindings().tree());
    for (Plan.Chosen chosen : plan.overlays()) {
      String folder = chosen.overlay().overlay() + "/";
      Scope values = shared.with("overlay", overlay(plan, chosen, output));
      renderer.print(Catalog.KUSTOMIZATION, folder + "kustomization.yaml", values);
      for (Component component : chosen.components()) {
        renderer.print(component, folder, values);
      }
    }
    for (Component component : plan.folders()) {
      renderer.print(component, "", shared);
    }
    return renderer.tree();
  }

  private static ObjectNode overlay(Plan plan, Plan.Chosen chosen, Path output) throws IOException {
    ObjectNode overlay = JsonNodeFactory.instance.objectNode();
    overlay.put("name", chosen.overlay().overlay());
    overlay.put("title", chosen.overlay().title());
    overlay.put("base", plan.base(output.resolve(chosen.overlay().overlay())));
    var components = overlay.putArray("components");
    chosen.components().forEach(component -> components.add(component.name()));
    var inherits = overlay.putArray("inherits");
    plan.sortOptions().ifPresent(order -> inherits.addObject().set("sortOptions", order));
    return overlay;
  }
}
