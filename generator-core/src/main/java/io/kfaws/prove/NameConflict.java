package io.kfaws.prove;

/**
 * No two objects have one name. kustomize refuses most of them; a Secret that the CSI driver makes
 * and one that is built are two, too, and the one that comes later wins.
 */
record NameConflict() implements Rule {
  static final String ID = "name-conflict";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void judge(Build build, Findings findings) {
    build
        .built()
        .twice()
        .forEach(
            key ->
                findings.find(
                    key.toString(), "is built twice", "give one of the two another name"));
    SyncedSecrets.of(build.built())
        .forEach(
            (name, secret) -> {
              String namespace = secret.owner().namespace();
              if (build.built().find("Secret", namespace, name).isPresent()) {
                findings.find(
                    "Secret " + name,
                    "is built, and " + secret.owner() + " makes another of this name",
                    "delete the built one with a patch ($patch: delete)");
              }
            });
    build.built().byKey().keySet().forEach(key -> findings.proven(key.toString()));
  }
}
