package io.kfaws.text;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A text was parsed: for Java Flight Recorder, and for the test that nothing is parsed twice.
 *
 * <p>The event is a class of its own, because the first of them starts the recorder.
 */
final class TextRead {
  private TextRead() {}

  /** Records that a text is parsed, by where it starts or by which part of a file it is. */
  static void of(String origin) {
    if (FlightRecorder.isInitialized()) {
      Recorded event = new Recorded();
      if (event.isEnabled()) {
        event.origin = origin;
        event.commit();
      }
    }
  }

  @Name("io.kfaws.TextRead")
  @Label("Text read")
  @Category("kfaws")
  @StackTrace(false)
  static final class Recorded extends Event {
    @Label("Where the text starts")
    String origin = "";
  }
}
