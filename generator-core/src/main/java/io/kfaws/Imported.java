package io.kfaws;

import java.util.List;

/**
 * A configuration that was made of what others wrote. It reads without an error.
 *
 * @param configuration its text, as {@code kfaws.yaml} holds it
 * @param notes what was not carried over, and what is to be looked at: warnings, sorted by place
 */
public record Imported(String configuration, List<Diagnostic> notes) {
  /** Copies the list. */
  public Imported {
    notes = List.copyOf(notes);
  }
}
