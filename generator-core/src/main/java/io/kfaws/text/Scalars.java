package io.kfaws.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plain (unquoted) YAML scalar means, for those that mean the same to every reader.
 *
 * <p>YAML 1.1 (SnakeYAML, PyYAML), YAML 1.2 and Go's readers disagree on many: {@code 012345678901}
 * is text to one and a number to another, {@code no} is false or a word. Those are {@linkplain
 * #isAmbiguous ambiguous}.
 */
final class Scalars {
  private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+([eE][-+][0-9]+)?");

  /** Words and numbers on which readers differ; whole scalars that the patterns above leave. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "(?i:y|n|yes|no|on|off)" // booleans of YAML 1.1
              + "|[-+]?[0-9][0-9_]*" // leading zeros, signs, underscores
              + "|[-+]?0[xobXOB][0-9a-fA-F_]+" // hexadecimal, octal, binary
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?" // base 60
              + "|[-+]?(\\.[0-9]|[0-9][0-9_]*)[0-9_]*\\.?[0-9_]*([eE][-+]?[0-9]+)?" // other floats
              + "|[-+]?\\.(?i:inf|nan)"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t].*)?" // dates
              + "|=|<<");

  /**
   * Numbers with an exponent or without a digit beside the point (go-yaml v2.4.0, resolve.go,
   * {@code yamlStyleFloat}): what kubectl reads as numbers, and readers of YAML 1.1 as text.
   */
  private static final Pattern GO_NUMBER =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)[eE][-+]?[0-9]+|[-+]?\\.[0-9]+");

  private static final Pattern LONG = Pattern.compile("[-+]?[0-9][0-9_.:eE+-]*");

  /** The most digits of a number; none that a program reads has more. */
  static final int LONGEST = 400;

  private static final Pattern OCTAL = Pattern.compile("0[0-7]{1,4}");

  /** Kubernetes' keys of files' modes, which people write as octal numbers everywhere. */
  private static final Set<String> MODES = Set.of("defaultMode", "mode");

  private Scalars() {}

  /** Whether it is the octal number that all of Kubernetes' readers take for a file's mode. */
  static boolean isMode(String plain, @Nullable Object key) {
    return key instanceof String name && MODES.contains(name) && OCTAL.matcher(plain).matches();
  }

  /** Whether a plain scalar is a number, or nearly one, that is longer than any program reads. */
  static boolean isTooLong(String plain) {
    return plain.length() > LONGEST && LONG.matcher(plain).matches();
  }

  /** Whether kubectl takes for a number what other readers may take for text. */
  static boolean isGoNumber(String plain) {
    return GO_NUMBER.matcher(plain).matches() && Numbers.in(plain).isPresent();
  }

  /** What kubectl takes it for. */
  static JsonNode goNumber(String plain) {
    return DecimalNode.valueOf(new BigDecimal(plain));
  }

  /** The number or boolean that was most likely meant; absent of what is mostly meant as text. */
  static Optional<String> meant(String ambiguous) {
    if (isGoNumber(ambiguous)) {
      return Numbers.in(ambiguous).map(Numbers::text);
    }
    return switch (ambiguous.toLowerCase(Locale.ROOT)) {
      case "y", "yes", "on" -> Optional.of("true");
      case "n", "no", "off" -> Optional.of("false");
      default -> Optional.empty();
    };
  }

  /** Whether readers of YAML differ on what this plain scalar is. */
  static boolean isAmbiguous(String plain) {
    return plain.length() <= LONGEST
        && !INTEGER.matcher(plain).matches()
        && !DECIMAL.matcher(plain).matches()
        && AMBIGUOUS.matcher(plain).matches();
  }

  /** Whether every reader of YAML takes this plain scalar for text. */
  static boolean isText(String plain) {
    return !isAmbiguous(plain) && plain(plain).isTextual();
  }

  /** The node of a plain scalar that is not ambiguous. */
  static JsonNode plain(String text) {
    if (NULL.matcher(text).matches()) {
      return NullNode.getInstance();
    }
    if (BOOLEAN.matcher(text).matches()) {
      return BooleanNode.valueOf(text.charAt(0) == 't' || text.charAt(0) == 'T');
    }
    if (INTEGER.matcher(text).matches()) {
      return integer(new BigInteger(text));
    }
    return DECIMAL.matcher(text).matches()
        ? DecimalNode.valueOf(new BigDecimal(text))
        : TextNode.valueOf(text);
  }

  private static JsonNode integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(value.intValueExact());
    }
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValueExact())
        : BigIntegerNode.valueOf(value);
  }
}
