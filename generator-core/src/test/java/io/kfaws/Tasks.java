package io.kfaws;

import io.kfaws.prove.Task;
import java.io.IOException;

/** What a generation has proven, for tests that look into the builds. */
public final class Tasks {
  private Tasks() {}

  public static Task of(Generation generation) throws IOException {
    return generation.task();
  }
}
