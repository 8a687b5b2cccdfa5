package io.kfaws.cli;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A configuration, or manifests, that come through a pipe. */
final class StandardInput {

  /** Its name in messages. */
  static final String NAME = "(standard input)";

  private StandardInput() {}

  /**
   * Reads all of standard input as UTF-8; a byte order mark at its start is dropped.
   *
   * @param path where the text is taken to lie
   * @throws KfawsException if it is not UTF-8
   * @throws IOException if it cannot be read
   */
  static Source read(Path path) throws IOException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(System.in.readAllBytes());
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return new Source(NAME, path, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new KfawsException(
          Diagnostic.error(
              "not-utf-8", Location.of(NAME), "", "is not UTF-8 text", "convert it to UTF-8"));
    }
  }
}
