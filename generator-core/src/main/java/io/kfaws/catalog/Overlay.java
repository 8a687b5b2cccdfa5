package io.kfaws.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Optional;

/**
 * An overlay: which parts of the configuration it needs, and the components it is made of.
 *
 * @param overlay its name, which is also its folder's
 * @param title what it does, for people
 * @param needs the paths of the configuration that must be there
 * @param components the components in the order of its kustomization
 */
public record Overlay(String overlay, String title, List<String> needs, List<Part> components) {

  /** Copies the lists. */
  public Overlay {
    needs = List.copyOf(needs);
    components = List.copyOf(components);
  }

  /**
   * A component's place in an overlay.
   *
   * @param component the component's folder under a template folder
   * @param when the path of the configuration that must be there for it; absent: always
   */
  public record Part(String component, Optional<String> when) {

    /** A component that is always there, written as its bare name. */
    @JsonCreator
    public static Part always(String component) {
      return new Part(component, Optional.empty());
    }
  }
}
