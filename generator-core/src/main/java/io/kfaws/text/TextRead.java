package io.kfaws.text;

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

  /** Tells that a text is parsed, by where it starts or by which part of a file it is. */
  static void of(String origin) {
    TextRead event = new TextRead();
    if (event.isEnabled()) {
      event.origin = origin;
      event.commit();
    }
  }
}
