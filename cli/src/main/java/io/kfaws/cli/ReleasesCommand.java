package io.kfaws.cli;

import io.kfaws.Kfaws;
import io.kfaws.catalog.Capability;
import io.kfaws.catalog.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kfaws releases}: prints what kfaws knows about the releases of Kubeflow. */
@Command(
    name = "releases",
    description = {
      "List the releases of Kubeflow that kfaws knows, and what each can do.",
      "",
      "The release is the tag of kubeflow/manifests that kubeflow.release names. What is limited"
          + " gives a warning, what is unsupported is refused."
    },
    footer = "  kfaws releases")
final class ReleasesCommand implements Callable<Integer> {

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    List<Release> releases = Kfaws.create().releases();
    versions(releases).lines().forEach(terminal::print);
    terminal.print("");
    capabilities(releases).lines().forEach(terminal::print);
    return ExitCodes.FINE;
  }

  private static Table versions(List<Release> releases) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("RELEASE", "TITLE", "PIPELINES", "KATIB", "ARGO WORKFLOWS"));
    for (Release release : releases) {
      String mark = release.equals(releases.get(0)) ? " (default)" : "";
      rows.add(
          List.of(
              release.release() + mark,
              release.title(),
              version(release, "pipelines"),
              version(release, "katib"),
              version(release, "argoWorkflows")));
    }
    return new Table(rows);
  }

  private static String version(Release release, String part) {
    return release.facts().required("versions").required(part).asText();
  }

  private static Table capabilities(List<Release> releases) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("RELEASE", "IN THE WISH", "STATUS", "NOTE"));
    for (Release release : releases) {
      new TreeMap<>(release.capabilities())
          .forEach(
              (path, can) -> rows.add(List.of(release.release(), path, status(can), note(can))));
    }
    return new Table(rows);
  }

  private static String status(Capability capability) {
    return capability.status().name().toLowerCase(Locale.ROOT);
  }

  private static String note(Capability capability) {
    return capability.note() + capability.wayOut().map(way -> "; " + way).orElse("");
  }
}
