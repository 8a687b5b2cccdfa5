package io.kfaws.cli;

import io.kfaws.Capability;
import io.kfaws.Kfaws;
import io.kfaws.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kfaws releases}: prints what kfaws knows about the releases of Kubeflow. */
@Command(
    name = "releases",
    description = {
      "List the releases of Kubeflow that kfaws knows, and what each can do.",
      "",
      "The release is the tag of kubeflow/manifests that kubeflow.release names; releases of the"
          + " same line are served alike. The matrix says for each part of the configuration what is"
          + " supported; what is limited gives a warning, what is unsupported is refused."
    },
    footer = {
      "  kfaws releases",
      "  kfaws releases --json | jq -r '.[].release'",
    })
final class ReleasesCommand implements Callable<Integer> {

  @Option(
      names = "--json",
      description = {
        "Print a JSON array instead, one object for each release: release, default, title, serves,"
            + " base, versions, and capabilities by path of the configuration (status, note, wayOut).",
        "Keys may be added, none is renamed or removed."
      })
  private boolean json;

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    List<Release> releases = Kfaws.create().releases();
    if (json) {
      ReleasesJson.print(releases).lines().forEach(terminal::print);
    } else {
      versions(releases).lines().forEach(terminal::print);
      terminal.print("");
      matrix(releases).lines().forEach(terminal::print);
      terminal.print("");
      notes(releases).lines().forEach(terminal::print);
    }
    return ExitCodes.FINE;
  }

  private static Table versions(List<Release> releases) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("RELEASE", "SERVES TOO", "PIPELINES", "KATIB", "ARGO WORKFLOWS"));
    for (Release release : releases) {
      String mark = release.equals(releases.get(0)) ? " (default)" : "";
      rows.add(
          List.of(
              release.release() + mark,
              String.join(", ", release.serves()),
              version(release, "pipelines"),
              version(release, "katib"),
              version(release, "argoWorkflows")));
    }
    return new Table(rows);
  }

  private static String version(Release release, String part) {
    return release.versions().getOrDefault(part, "");
  }

  /** A row for each release, a column for each path that any of them tells something about. */
  private static Table matrix(List<Release> releases) {
    TreeSet<String> paths = new TreeSet<>();
    releases.forEach(release -> paths.addAll(release.capabilities().keySet()));
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("RELEASE"));
    head.addAll(paths);
    rows.add(head);
    for (Release release : releases) {
      List<String> row = new ArrayList<>(List.of(release.release()));
      for (String path : paths) {
        row.add(ReleasesJson.status(release.status(path)));
      }
      rows.add(row);
    }
    return new Table(rows);
  }

  private static Table notes(List<Release> releases) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("RELEASE", "IN THE CONFIGURATION", "STATUS", "NOTE"));
    for (Release release : releases) {
      release
          .capabilities()
          .forEach(
              (path, can) -> rows.add(List.of(release.release(), path, status(can), note(can))));
    }
    return new Table(rows);
  }

  private static String status(Capability capability) {
    return ReleasesJson.status(capability.status());
  }

  private static String note(Capability capability) {
    return capability.note() + capability.wayOut().map(way -> "; " + way).orElse("");
  }
}
