package io.kfaws.secrets;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * A rule that a class breaks. Where that is in a text is for the caller to say: a configuration and
 * a manifest hold the same class in different places.
 *
 * @param rule the rule's stable id, for example {@code unknown-alias}
 * @param at the value in the model: {@code /region}, {@code /objects/0/jmesPath/1/path}, {@code
 *     /secretObjects/0/data/1/objectName}
 * @param message what is wrong, one line
 * @param hint what would be right, one line
 */
public record Violation(String rule, JsonPointer at, String message, String hint) {}
