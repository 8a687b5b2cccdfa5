package io.kfaws.cli;

/**
 * A configuration of {@code java.util.logging} without a single handler, so that no library writes
 * between our lines on standard error.
 *
 * <p>The log manager makes one of these when, and only when, the first library asks for a logger;
 * until then it costs nothing.
 *
 * @see java.util.logging.LogManager
 */
public final class QuietLogging {

  /** Called by the log manager, which expects the constructor to do the configuring. */
  public QuietLogging() {}

  static void use() {
    System.setProperty("java.util.logging.config.class", QuietLogging.class.getName());
  }
}
