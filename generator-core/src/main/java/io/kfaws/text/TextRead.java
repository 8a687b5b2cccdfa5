package io.kfaws.text;

import io.kfaws.Location;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A text was parsed. The event is for Java Flight Recorder, and for the test that nothing is parsed
 * twice.
 */
@Name("io.kfaws.TextRead")
@Label("Text read")
@Category("kfaws")
@StackTrace(false)
final class TextRead extends Event {
  @Label("Where the text starts")
  String origin = "";

  /** Tells that the text that starts there is parsed. */
  static void of(Location origin) {
    TextRead event = new TextRead();
    if (event.isEnabled()) {
      event.origin = origin.toString();
      event.commit();
    }
  }
}
