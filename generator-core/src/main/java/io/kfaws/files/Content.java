package io.kfaws.files;

import io.kfaws.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The bytes of a file, compared and hashed as bytes. Most files are as they are generated, so the
 * digest is computed when it is asked for.
 */
final class Content {
  private final byte[] bytes;
  private final AtomicReference<String> sha256 = new AtomicReference<>("");

  private Content(byte[] bytes) {
    this.bytes = bytes;
  }

  static Content of(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8));
  }

  static Content read(Path file) throws IOException {
    return new Content(Files.readAllBytes(file));
  }

  /** Whether it is this text, as UTF-8. */
  boolean is(String text) {
    return Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
  }

  /** 64 lower-case hex digits. */
  String sha256() {
    return sha256.updateAndGet(known -> known.isEmpty() ? Sha256.hex(bytes) : known);
  }

  /** Read as UTF-8; what is no UTF-8 shows as the replacement character. */
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What the file would be without the CRs that a checkout on Windows adds. */
  Content withUnixLines() {
    // Latin-1 maps each byte to one character and back, whatever the bytes mean.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return new Content(text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}
