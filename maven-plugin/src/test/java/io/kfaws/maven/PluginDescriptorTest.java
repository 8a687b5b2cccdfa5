package io.kfaws.maven;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Diff;
import org.xmlunit.xpath.JAXPXPathEngine;

/**
 * The plugin's public face: its goals, their phases, parameters, properties and defaults, as the
 * annotations become the descriptor that Maven reads. A change here is a change for every user.
 */
class PluginDescriptorTest {

  // Words for people, the version, and settings that every goal of every plugin has alike.
  private static final Set<String> INSIGNIFICANT =
      Set.of(
          "description",
          "version",
          "dependencies",
          "language",
          "instantiationStrategy",
          "executionStrategy",
          "isolatedRealm",
          "requiresReports",
          "editable");

  private final URL descriptor = resource("/META-INF/maven/plugin.xml");

  @Test
  void isTheExpectedOne() {
    Diff diff =
        DiffBuilder.compare(Input.fromURL(resource("/expected-plugin.xml")))
            .withTest(Input.fromURL(descriptor))
            .withNodeFilter(PluginDescriptorTest::isSignificant)
            .ignoreComments()
            .ignoreWhitespace()
            .build();
    assertThat(diff.hasDifferences()).as(diff.fullDescription()).isFalse();
  }

  @Test
  void everyGoalAndParameterIsDescribed() {
    assertThat(select("//mojo/goal")).hasSize(6);
    assertThat(select("//mojo[not(string(description))] | //parameter[not(string(description))]"))
        .isEmpty();
  }

  @Test
  void noGoalNeedsConfiguration() {
    assertThat(select("//parameter[required='true']")).isNotEmpty();
    for (Node parameter : select("//parameter[required='true']/name")) {
      String name = parameter.getTextContent();
      assertThat(select("//configuration/" + name + "[not(@default-value)]")).as(name).isEmpty();
    }
  }

  private Iterable<Node> select(String xpath) {
    return new JAXPXPathEngine().selectNodes(xpath, Input.fromURL(descriptor).build());
  }

  private static boolean isSignificant(Node node) {
    return !INSIGNIFICANT.contains(node.getNodeName());
  }

  private static URL resource(String path) {
    return requireNonNull(PluginDescriptorTest.class.getResource(path), path);
  }
}
