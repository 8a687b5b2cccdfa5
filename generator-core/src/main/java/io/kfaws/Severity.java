package io.kfaws;

/** How much a finding weighs. */
public enum Severity {
  /** Nothing is written while there is one of these. */
  ERROR,
  /** Worth a look; the run goes on. */
  WARNING
}
