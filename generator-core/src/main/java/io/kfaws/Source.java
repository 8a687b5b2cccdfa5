package io.kfaws;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text and the name it is known by in messages.
 *
 * @param name the path as the user gave it, or any name for a text that is in no file
 * @param path where it lies; relative paths in the text are relative to its folder. A text in no
 *     file has the path it would have
 * @param text the content, decoded
 */
public record Source(String name, Path path, String text) {

  /**
   * Reads a configuration: a UTF-8 file; a byte order mark at its start is dropped.
   *
   * @throws KfawsException if there is no such file, it is a folder, or it is not UTF-8
   * @throws IOException if the file cannot be read
   */
  public static Source read(Path path) throws IOException {
    return read(path, "the configuration is kfaws.yaml, unless you name another file");
  }

  /**
   * Reads a UTF-8 file; a byte order mark at its start is dropped.
   *
   * @param hint the way out if there is no such file, or it is a folder
   * @throws KfawsException if there is no such file, it is a folder, or it is not UTF-8
   * @throws IOException if the file cannot be read
   */
  public static Source read(Path path, String hint) throws IOException {
    String name = path.toString().replace('\\', '/');
    if (!Files.isRegularFile(path)) {
      String what = Files.isDirectory(path) ? "is a folder, not a file" : "there is no such file";
      throw new KfawsException(Diagnostic.error("no-such-file", Location.of(name), "", what, hint));
    }
    try {
      byte[] bytes = Files.readAllBytes(path);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Source(name, path, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new KfawsException(
          Diagnostic.error(
              "not-utf-8", Location.of(name), "", "is not UTF-8 text", "save the file as UTF-8"));
    }
  }

  /**
   * Reads a UTF-8 file below a folder, through no link that leads out of the folder: whoever may
   * write there could have any file of this machine in what is generated.
   *
   * @param folder the folder; it may be a link itself
   * @param file a file that is there
   * @throws KfawsException if a link leads out, or the file is not UTF-8
   * @throws IOException if the file cannot be read
   */
  public static Source readBelow(Path folder, Path file) throws IOException {
    Path real = folder.toAbsolutePath().toRealPath();
    if (!file.toRealPath().startsWith(real)) {
      throw new KfawsException(
          Diagnostic.error(
              "link-out-of-folder",
              Location.of(file.toString().replace('\\', '/')),
              "",
              "is reached by a link that leads out of the folder that it is named in",
              "copy what the link names into the folder"));
    }
    return read(file);
  }

  /** A text in memory that stands for the file at {@code path}. */
  public static Source of(Path path, String text) {
    return new Source(path.toString().replace('\\', '/'), path, text);
  }
}
