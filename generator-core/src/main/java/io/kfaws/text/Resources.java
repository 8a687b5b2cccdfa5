package io.kfaws.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The knowledge that is packed into the library: {@code templates/}, {@code overlays/} and {@code
 * schemas/} as they lie at the top of the repository.
 */
public final class Resources {
  private static final String ROOT = "/io/kfaws/";

  private Resources() {}

  /** Whether there is a file at this path, for example {@code overlays/catalog.yaml}. */
  public static boolean exists(String path) {
    return Resources.class.getResource(ROOT + path) != null;
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if there is none: the library was packed without it
   */
  public static String read(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new IllegalArgumentException("not packed into the library: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path + " from the library", e);
    }
  }
}
