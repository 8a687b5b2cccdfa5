package io.kfaws;

import java.util.Optional;

/**
 * What a release can do with a part of the configuration, measured or read in the sources of
 * Kubeflow.
 *
 * @param status whether it works
 * @param note what works and what does not, for people
 * @param wayOut what to do instead, where it is limited or does not work
 */
public record Capability(Status status, String note, Optional<String> wayOut) {

  /** Whether it works. */
  public enum Status {
    /** It works. */
    SUPPORTED,
    /** It works for some uses; a configuration that asks for it gets a warning. */
    LIMITED,
    /** It does not work; a configuration that asks for it is refused. */
    UNSUPPORTED
  }
}
