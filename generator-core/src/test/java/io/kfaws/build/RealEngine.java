package io.kfaws.build;

import io.kfaws.KfawsException;
import io.kfaws.ProveOptions;
import io.kfaws.prove.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The kustomize or kubectl of this machine. */
public final class RealEngine {
  private static final Optional<Engine> FOUND = look();

  private RealEngine() {}

  /** The engine; absent where there is none, or only one that is too old. */
  public static Optional<Engine> find() {
    return FOUND;
  }

  /** Whether what is missing is a failure: the machine that answers for the build has it all. */
  public static boolean isRequired() {
    return "true".equals(System.getenv("CI"));
  }

  private static Optional<Engine> look() {
    try {
      return Optional.of(Engine.find(Optional.empty(), ProveOptions.DEFAULT.timeout()));
    } catch (KfawsException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
