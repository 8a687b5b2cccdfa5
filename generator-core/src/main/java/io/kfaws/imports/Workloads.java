package io.kfaws.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.installation.MountedBy;
import io.kfaws.installation.OwnSecrets;
import io.kfaws.kube.Manifest;
import io.kfaws.text.Walk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The workloads that mount SecretProviderClasses, as whom they run, and all others. */
final class Workloads {
  /** The one that the AWS distribution brings, and kfaws too. */
  private static final String KUBEFLOWS = OwnSecrets.known().workload();

  private static final List<String> KINDS =
      List.of("Deployment", "StatefulSet", "DaemonSet", "Notebook");

  private static final String POD = "/spec/template/spec";

  private final Found found;
  private final Notes notes;

  Workloads(Found found, Notes notes) {
    this.found = found;
    this.notes = notes;
  }

  private Stream<Manifest> all() {
    return KINDS.stream().flatMap(found::all);
  }

  /** The first workload that mounts a class. */
  Optional<Manifest> of(FoundClass mounted) {
    return KINDS.stream()
        .flatMap(kind -> found.in(mounted.model().namespace(), kind))
        .filter(workload -> mounts(workload, mounted))
        .findFirst();
  }

  private static boolean mounts(Manifest workload, FoundClass mounted) {
    JsonNode volumes = workload.root().at(POD + "/volumes");
    return workload.namespace().equals(mounted.model().namespace())
        && Walk.values(volumes)
            .map(volume -> volume.at("/csi/volumeAttributes/secretProviderClass").asText())
            .anyMatch(mounted.model().name()::equals);
  }

  /** Whether kfaws generated it to keep the class's Secrets alive. */
  static boolean isSync(Manifest workload, FoundClass mounted) {
    return workload.kind().equals("Deployment")
        && workload.name().equals(MountedBy.SyncWorkload.nameFor(mounted.model().name()));
  }

  /** As whom its pods run. */
  static String serviceAccount(Manifest workload) {
    String name = workload.text(POD + "/serviceAccountName");
    return name.isEmpty() ? ServiceAccount.DEFAULT : name;
  }

  /** Says which stay behind. */
  void others(List<FoundClass> classes) {
    Map<String, List<FoundClass>> byNamespace =
        classes.stream().collect(Collectors.groupingBy(one -> one.model().namespace()));
    all()
        .filter(workload -> !workload.name().equals(KUBEFLOWS))
        .filter(
            workload ->
                byNamespace.getOrDefault(workload.namespace(), List.of()).stream()
                    .noneMatch(one -> mounts(workload, one)))
        .forEach(
            workload ->
                notes.left(
                    workload,
                    workload.at("/metadata/name"),
                    " has no place in a configuration",
                    "keep it beside kfaws' output, in a kustomization of your own"));
  }
}
