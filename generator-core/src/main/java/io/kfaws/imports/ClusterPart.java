package io.kfaws.imports;

import io.kfaws.Location;
import io.kfaws.MissingInput;
import io.kfaws.installation.Installation;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which cluster it is, as far as it was said or can be told from what was found. */
final class ClusterPart implements Part {
  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern ISSUER =
      Pattern.compile("https://oidc\\.eks\\.([a-z0-9-]+)\\.amazonaws\\.com.*");

  private final Found found;
  private final Map<MissingInput, String> given;
  private final Notes notes;

  ClusterPart(Found found, Map<MissingInput, String> given, Notes notes) {
    this.found = found;
    this.given = given;
    this.notes = notes;
  }

  @Override
  public void write(Draft configuration) {
    found
        .parameters()
        .value("clusterName")
        .ifPresent(
            name -> found.evidence().found(MissingInput.CLUSTER_NAME, name.value(), name.at()));
    configuration.put("apiVersion", Installation.API_VERSION, Location.of(""));
    configuration.put("kind", Installation.KIND, Location.of(""));
    Optional.ofNullable(given.get(MissingInput.RELEASE))
        .ifPresent(
            tag ->
                configuration.put(
                    MissingInput.RELEASE.path(), tag, MissingInput.RELEASE.location()));
    fill(configuration, MissingInput.CLUSTER_NAME);
    fill(configuration, MissingInput.ACCOUNT_ID);
    fill(configuration, MissingInput.OIDC_ISSUER);
    region(configuration);
    String name = configuration.text(MissingInput.CLUSTER_NAME.path());
    configuration.put(
        "metadata.name",
        DNS_LABEL.matcher(name).matches() ? name : "kubeflow",
        MissingInput.CLUSTER_NAME.location());
  }

  /** The issuer is the cluster's own; where a bucket lies is the weakest sign. */
  private void region(Draft configuration) {
    SortedMap<String, Location> all = found.evidence().all(MissingInput.REGION);
    Optional<Parameter> bucket = found.parameters().value("minioServiceRegion");
    Matcher issuer = ISSUER.matcher(configuration.text(MissingInput.OIDC_ISSUER.path()));
    if (!given.containsKey(MissingInput.REGION) && issuer.matches()) {
      configuration.put(
          MissingInput.REGION.path(),
          issuer.group(1),
          configuration
              .origin(Document.pointer(MissingInput.OIDC_ISSUER.path()))
              .orElse(MissingInput.OIDC_ISSUER.location()));
    } else if (!given.containsKey(MissingInput.REGION) && all.isEmpty() && bucket.isPresent()) {
      configuration.put(MissingInput.REGION.path(), bucket.get().value(), bucket.get().at());
      notes.look(
          "region-assumed",
          bucket.get().at(),
          MissingInput.REGION.path(),
          "the cluster is taken to be in the bucket's region",
          "if it is in another one, say " + MissingInput.REGION.option());
    } else {
      fill(configuration, MissingInput.REGION);
    }
  }

  private void fill(Draft configuration, MissingInput gap) {
    SortedMap<String, Location> all = found.evidence().all(gap);
    Optional<String> said = Optional.ofNullable(given.get(gap));
    if (said.isPresent()) {
      configuration.put(gap.path(), said.get(), gap.location());
    } else if (all.size() == 1) {
      all.forEach((value, at) -> configuration.put(gap.path(), value, at));
    } else {
      List<String> seen = new ArrayList<>();
      all.forEach((value, at) -> seen.add(value + " (" + at + ")"));
      notes.error(
          "missing-value",
          gap.location(),
          gap.path(),
          seen.isEmpty()
              ? "nothing that was read has it"
              : "what was read has several: " + String.join(", ", seen),
          gap.option() + " <value>: " + gap.purpose());
    }
  }
}
