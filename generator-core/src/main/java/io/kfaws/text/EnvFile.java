package io.kfaws.text;

import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of lines {@code KEY=value}, read as kustomize reads {@code envs} of a generator (its
 * {@code api/kv}; measured with v5.5.0): white space before a key is dropped, a line that then
 * begins with {@code #} is a comment, and the value is all that follows the first {@code =}, quotes
 * and white space included. Nothing is unquoted or expanded.
 *
 * <p>What kustomize drops in silence, or what would not be the same in each of its versions, is a
 * finding: a line without {@code =} (some take the value from the environment of whoever builds),
 * an empty key, a line of more than {@value #LONGEST_LINE} bytes, from which on it reads nothing.
 *
 * @param entries the keys with their values, in order
 * @param findings what is wrong with the file, sorted by place
 */
public record EnvFile(List<Entry> entries, List<Diagnostic> findings) {
  /** Go's line scanner gives up on a line of 64 KiB with its line break. */
  private static final int LONGEST_LINE = 65_535;

  private static final int LONGEST_KEY = 253;

  /** What the API server allows as a key of a ConfigMap or Secret. */
  private static final Pattern KEY = Pattern.compile("(?!\\.\\.?$|\\.\\..)[-._a-zA-Z0-9]+");

  /** What Go's {@code unicode.IsSpace} counts as white space, less line breaks. */
  private static final String SPACE =
      "\t\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
          + "\u200a\u2028\u2029\u202f\u205f\u3000";

  /**
   * A key and its value.
   *
   * @param key the key
   * @param value the value as kustomize reads it
   * @param keyAt where the key is
   * @param valueAt where the value starts
   */
  public record Entry(String key, String value, Location keyAt, Location valueAt) {}

  /** Copies the lists. */
  public EnvFile {
    entries = List.copyOf(entries);
    findings = findings.stream().sorted().toList();
  }

  /** Reads a file. */
  public static EnvFile read(Source source) {
    TextRead.of(new Location(source.name(), 1, 1).toString());
    Reading reading = new Reading(source.name());
    int line = 1;
    int start = 0;
    String text = source.text().startsWith("\ufeff") ? source.text().substring(1) : source.text();
    boolean goesOn = true;
    while (start < text.length() && goesOn) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      goesOn = reading.line(text.substring(start, end), line);
      start = end + 1;
      line++;
    }
    return new EnvFile(reading.entries, reading.findings);
  }

  /** The values by key, in order; of a key that occurs twice, the last one. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    entries.forEach(entry -> values.put(entry.key(), entry.value()));
    return values;
  }

  /**
   * Why a value cannot be written into such a file, so that kustomize reads it back as it is;
   * absent if it can. Any text on one line can.
   */
  public static Optional<String> flaw(String value) {
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      return Optional.of("a value of an env file cannot hold line breaks");
    }
    if (value.codePoints().anyMatch(EnvFile::isUnwritable)) {
      return Optional.of("a value of an env file cannot hold control characters");
    }
    return value.length() >= LONGEST_LINE || bytes(value) >= LONGEST_LINE
        ? Optional.of("a line of an env file cannot hold more than " + LONGEST_LINE + " bytes")
        : Optional.empty();
  }

  /**
   * The line of a key and its value, without a line break.
   *
   * @throws IllegalArgumentException if it cannot be written; the message does not repeat the value
   */
  public static String line(String key, String value) {
    if (!isKey(key)) {
      throw new IllegalArgumentException("not a key of a ConfigMap");
    }
    flaw(value)
        .ifPresent(
            flaw -> {
              throw new IllegalArgumentException(flaw);
            });
    String line = key + "=" + value;
    if (bytes(line) > LONGEST_LINE) {
      throw new IllegalArgumentException("the line is longer than " + LONGEST_LINE + " bytes");
    }
    return line;
  }

  private static boolean isKey(String key) {
    return key.length() <= LONGEST_KEY && KEY.matcher(key).matches() && !isTyped(key);
  }

  /** A number, a date, a boolean or null, on which kustomize fails; it knows no other booleans. */
  private static boolean isTyped(String key) {
    return !Scalars.plain(key).isTextual()
        || (Scalars.isAmbiguous(key) && !key.chars().allMatch(Character::isLetter));
  }

  /** What YAML, in which kustomize prints, cannot hold as it is; a tab it can. */
  private static boolean isUnwritable(int c) {
    return (Character.isISOControl(c) && c != '\t')
        || c == 0x2028
        || c == 0x2029
        || c == 0xfeff
        || (c >= 0xd800 && c <= 0xdfff)
        || (c & 0xfffe) == 0xfffe;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Collects what the lines say. */
  private static final class Reading {
    private final String name;
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    Reading(String name) {
      this.name = name;
    }

    /** Whether kustomize reads on behind this line. */
    boolean line(String whole, int number) {
      if (bytes(whole) > LONGEST_LINE) {
        find(
            "env-line-too-long",
            new Location(name, number, 1),
            "",
            "the line is longer than "
                + LONGEST_LINE
                + " bytes, and kustomize reads none from here",
            "put the text into a file of its own and name that under files");
        return false;
      }
      // One CR before the line break belongs to it.
      String line = whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
      int start = 0;
      while (start < line.length() && SPACE.indexOf(line.charAt(start)) >= 0) {
        start++;
      }
      if (start < line.length() && line.charAt(start) != '#') {
        entry(line, start, number);
      }
      return true;
    }

    private void entry(String line, int start, int number) {
      Location at = new Location(name, number, start + 1);
      int sign = line.indexOf('=', start);
      String key = line.substring(start, sign < 0 ? line.length() : sign);
      if (!isKey(key)) {
        find(
            "bad-env-key",
            at,
            "",
            key.isEmpty() ? "there is no key before the =" : "this is no key of a ConfigMap",
            "write KEY=value; a key is letters, digits and _ . -, without spaces, and no number");
        return;
      }
      if (sign < 0) {
        find(
            "env-without-value",
            at,
            key,
            "there is no = after the key, and what kustomize then takes depends on its version",
            "write " + key + "=value; for an empty value " + key + "=");
        return;
      }
      int first = lines.getOrDefault(key, 0);
      if (first > 0) {
        find(
            "duplicate-key",
            at,
            key,
            "the key occurs twice in one file",
            "the first one is in line " + first + "; keep one of them");
      } else {
        lines.put(key, number);
      }
      String value = line.substring(sign + 1);
      Location valueAt = new Location(name, number, sign + 2);
      flaw(value)
          .ifPresent(
              flaw ->
                  find(
                      "bad-env-value",
                      valueAt,
                      key,
                      flaw,
                      "change the value, or put it into a file"));
      entries.add(new Entry(key, value, at, valueAt));
    }

    private void find(String rule, Location at, String path, String message, String hint) {
      findings.add(Diagnostic.error(rule, at, path, message, hint));
    }
  }
}
