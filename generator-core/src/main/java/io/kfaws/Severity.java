package io.kfaws;

/** How much a finding weighs. */
public enum Severity {
  /** Nothing is written while one of these stands. */
  ERROR,
  /** Worth a look; the run goes on. */
  WARNING
}
