package io.kfaws.build;

import io.kfaws.Capability;
import io.kfaws.catalog.Catalogs;
import io.kfaws.catalog.Overlay;
import io.kfaws.catalog.ReleaseDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One build of the matrix.
 *
 * @param release the release's tag
 * @param overlay the overlay's name
 * @param access how S3 is reached, the choice's name in the configuration; empty without S3
 * @param delivery how secrets are delivered, the choice's name in the configuration
 * @param parts the paths of the configuration that it describes, and those that differ with the
 *     delivery
 */
record Cell(String release, String overlay, String access, String delivery, List<String> parts) {
  private static final String CSI_DRIVER = "csiDriver";
  private static final String EXTERNAL_SECRETS = "externalSecrets";

  /** What is read from Secrets Manager, or reads it. */
  private static final List<String> DELIVERED =
      List.of("rds", "s3.access.staticKeys", "secretsReader");

  /**
   * Every release with every overlay and, where that has S3, every access it is capable of; and the
   * newest, a middle and the oldest one with all its secrets delivered the other way.
   */
  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (ReleaseDescriptor release : Catalogs.BUILT_IN.releases()) {
      for (Overlay overlay : Catalogs.BUILT_IN.overlays()) {
        boolean s3 = overlay.needs().contains("s3");
        for (String access : s3 ? List.of("irsa", "staticKeys") : List.of("")) {
          if (!access.isEmpty() && isUnsupported(release, "s3.access." + access)) {
            continue;
          }
          cells.add(of(release.release(), overlay, access, CSI_DRIVER));
        }
      }
    }
    List<ReleaseDescriptor> releases = Catalogs.BUILT_IN.releases();
    Overlay whole = Catalogs.BUILT_IN.overlays().get(Catalogs.BUILT_IN.overlays().size() - 1);
    for (int i : List.of(0, releases.size() / 2, releases.size() - 1)) {
      cells.add(of(releases.get(i).release(), whole, "staticKeys", EXTERNAL_SECRETS));
    }
    return cells;
  }

  private static boolean isUnsupported(ReleaseDescriptor release, String path) {
    return Optional.ofNullable(release.capabilities().get(path))
        .filter(capability -> capability.status() == Capability.Status.UNSUPPORTED)
        .isPresent();
  }

  private static Cell of(String release, Overlay overlay, String access, String delivery) {
    List<String> parts = new ArrayList<>(overlay.needs());
    if (!access.isEmpty()) {
      parts.add("s3.access." + access);
    }
    if (parts.contains("rds") || access.equals("staticKeys")) {
      parts.add("secretsReader");
    }
    DELIVERED.stream().filter(parts::contains).forEach(part -> parts.add(part + "." + delivery));
    // The base's profile goes in some cells of each release, and is patched in the others.
    parts.add(access.isEmpty() ? "kubeflow.sampleProfile" : "profiles");
    return new Cell(release, overlay.overlay(), access, delivery, List.copyOf(parts));
  }

  /** Whether anything is read from Secrets Manager. */
  boolean readsSecrets() {
    return parts.contains("secretsReader");
  }

  /** As a folder's name. */
  String folder() {
    return toString().replace(' ', '-').toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    String other = delivery.equals(CSI_DRIVER) ? "" : delivery;
    return String.join(" ", release, overlay, access, other).strip();
  }
}
