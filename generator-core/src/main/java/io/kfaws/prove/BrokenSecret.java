package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Source;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Reference;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Places;
import io.kfaws.validate.ObjectValidator;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What Secrets are made of is what its provider takes: every SecretProviderClass parses, inside,
 * too, and keeps the rules of the AWS provider, and so does every ExternalSecret with its store. A
 * class of an overlay is mounted there; one of a group may be mounted by a workload of the user's.
 */
record BrokenSecret() implements BuildRule {
  private static final Set<String> KINDS =
      Set.of(SyncedSecrets.CLASS, SyncedSecrets.EXTERNAL, SyncedSecrets.STORE);

  /** Read once for all builds; it is thread-safe. */
  private static final ObjectValidator CHECK = new ObjectValidator(new Schemas());

  @Override
  public String id() {
    return "broken-secret";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    Set<Reference> mounted = SyncedSecrets.mounted(build.built());
    build
        .touched()
        .filter(key -> KINDS.contains(key.kind()))
        .forEach(
            key -> {
              List<Diagnostic> said = check(build.built().get(key));
              said.forEach(
                  it ->
                      findings.find(
                          build.home(key), key + ": " + it.path(), it.message(), it.hint()));
              if (!build.isGroup() && isLoose(key, mounted)) {
                findings.find(
                    build.home(key),
                    key.toString(),
                    "is mounted by no pod, so its Secrets never appear",
                    "mount it in aws-secrets-sync, as its neighbours are");
              }
              if (said.isEmpty()) {
                findings.proven(key.toString());
              }
            });
  }

  private static boolean isLoose(ObjectReference key, Set<Reference> mounted) {
    return key.kind().equals(SyncedSecrets.CLASS) && !mounted.contains(key.named());
  }

  private static List<Diagnostic> check(JsonNode object) {
    Source source = Source.of(Path.of("built.yaml"), "");
    return CHECK.checkOwn(new Document(source, object, Places.none()));
  }
}
