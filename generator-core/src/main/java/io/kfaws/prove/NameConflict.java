package io.kfaws.prove;

/**
 * No two objects have one name. kustomize refuses most of them; a Secret that the CSI driver or the
 * External Secrets Operator makes and one that is built are two, too, and the one that comes later
 * wins.
 */
record NameConflict() implements BuildRule {
  static final String ID = "name-conflict";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    build
        .built()
        .twice()
        .forEach(
            key ->
                findings.find(
                    key.toString(), "is built twice", "give one of the two another name"));
    SyncedSecrets.of(build.built())
        .forEach(
            (made, secret) -> {
              if (build.built().find(made.kind(), made.namespace(), made.name()).isPresent()) {
                findings.find(
                    made.toString(),
                    "is built, and " + secret.owner() + " makes another of this name",
                    "delete the built one with a patch ($patch: delete)");
              }
            });
    build.built().byKey().keySet().forEach(key -> findings.proven(key.toString()));
  }
}
