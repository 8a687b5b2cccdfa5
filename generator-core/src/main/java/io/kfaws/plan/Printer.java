package io.kfaws.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import java.util.SortedMap;

/** What fills the placeholders of a template. The package of templates is above this one. */
public interface Printer {
  /**
   * A template's text with its holes filled.
   *
   * @param values the values by their first names
   * @throws KfawsException with the places in the template, if it says what it may not or names a
   *     value that is not there
   */
  String print(Source template, JsonNode values);

  /**
   * The paths that a template names, told from the root without the items of lists, and whether it
   * cannot do without: all but what is under a condition that asks for it.
   */
  SortedMap<String, Boolean> asks(Source template);
}
