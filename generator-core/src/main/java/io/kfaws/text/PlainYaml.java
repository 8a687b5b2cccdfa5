package io.kfaws.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the plain part of YAML, in which people and templates write nearly everything, and JSON,
 * into trees without places: block mappings and lists, scalars and flow collections on one line,
 * literal blocks. Whatever is out of the ordinary, be it right or wrong, it leaves to {@link Yaml},
 * which alone knows what to say of it: a text that is read here has no finding there, and the same
 * trees.
 */
final class PlainYaml {
  /** YAML wants a key on one line, and no longer than 1024 characters. */
  private static final int LONGEST_KEY = 1000;

  /** Less than {@link Yaml} allows, so that depth is its finding. */
  private static final int MAX_DEPTH = 90;

  private static final int NO_LINE = -1;

  /** What can be a part of a plain key or word whatever is beside it. */
  private static final boolean[] NAME = table("._/$-");

  /** What a plain scalar can begin with and be nothing else. */
  private static final boolean[] START = table("/._$(~-");

  /** What a word of JSON or of a flow collection is made of. */
  private static final boolean[] WORD = table("._/+-");

  /** Short texts that were read before: most keys, and many values, occur in every file. */
  private static final String[] KNOWN = new String[1024];

  private static final int LONGEST_KNOWN = 64;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private final int end;

  /** Where the reader is. */
  private int at;

  /** The indentation of the current line; {@link #NO_LINE} at the end of a document. */
  private int indent;

  /** Where the current line ends, without the spaces at its end. */
  private int lineEnd;

  private int nextLine;

  private PlainYaml(String text) {
    this.text = text;
    this.end = text.length();
  }

  /** The text is out of the ordinary: nothing goes wrong, somebody else reads it. */
  private static final class UnusualException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnusualException() {
      super(null, null, false, false);
    }
  }

  /** The trees of the documents of a text; absent if the text is not plain. */
  static Optional<List<JsonNode>> read(String text) {
    if (!isPlain(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PlainYaml(text).documents());
    } catch (UnusualException e) {
      return Optional.empty();
    }
  }

  /** Whether all characters mean the same everywhere, and no merge has left its markers. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? c != '\n' : c >= 0x7F && !isPlain(c)) {
        return false;
      }
    }
    return !text.contains("<<<<<<<");
  }

  private static boolean isPlain(char c) {
    return c > 0xA0 && c < 0xFE00 && c != 0x2028 && c != 0x2029 && !Character.isSurrogate(c);
  }

  private static boolean[] table(String signs) {
    boolean[] table = new boolean[128];
    for (char c = 0; c < table.length; c++) {
      table[c] = isLetterOrDigit(c) || signs.indexOf(c) >= 0;
    }
    return table;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isIn(boolean[] table, char c) {
    return c < table.length && table[c];
  }

  private static void expect(boolean usual) {
    if (!usual) {
      throw new UnusualException();
    }
  }

  private List<JsonNode> documents() {
    int start = 0;
    while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\n')) {
      start++;
    }
    if (start < end && text.charAt(start) == '{') {
      at = start;
      JsonNode json = json(0);
      white();
      expect(at == end);
      return List.of(json);
    }
    List<JsonNode> documents = new ArrayList<>();
    advance();
    if (indent == NO_LINE && nextLine >= end) {
      expect(!text.contains("---"));
      return documents;
    }
    do {
      if (indent == NO_LINE) {
        expect(nextLine < end);
        advance(); // over the line of ---
      }
      expect(indent == 0);
      documents.add(block(0, 0));
    } while (indent != NO_LINE || nextLine < end);
    return documents;
  }

  /** Goes to the next line that is neither blank nor a comment. */
  private void advance() {
    while (true) {
      if (nextLine >= end) {
        indent = NO_LINE;
        return;
      }
      int start = nextLine;
      int lineBreak = text.indexOf('\n', start);
      int stop = lineBreak < 0 ? end : lineBreak;
      nextLine = lineBreak < 0 ? end : lineBreak + 1;
      int first = start;
      while (first < stop && text.charAt(first) == ' ') {
        first++;
      }
      if (first < stop && text.charAt(first) != '#') {
        line(start, first, stop);
        return;
      }
    }
  }

  private void line(int start, int first, int stop) {
    lineEnd = stop;
    while (text.charAt(lineEnd - 1) == ' ') {
      lineEnd--;
    }
    at = first;
    indent = first - start;
    if (indent == 0) {
      char c = text.charAt(first);
      expect(c != '%' && !text.startsWith("...", first));
      if (text.startsWith("---", first)) {
        expect(lineEnd == first + 3 && nextLine < end);
        indent = NO_LINE;
      }
    }
  }

  private boolean isItem() {
    return text.charAt(at) == '-' && (at + 1 == lineEnd || text.charAt(at + 1) == ' ');
  }

  private JsonNode block(int column, int depth) {
    expect(depth <= MAX_DEPTH);
    return isItem() ? sequence(column, depth) : mapping(column, depth);
  }

  private ArrayNode sequence(int column, int depth) {
    ArrayNode items = NODES.arrayNode();
    while (indent == column && isItem()) {
      int first = at + 1;
      while (first < lineEnd && text.charAt(first) == ' ') {
        first++;
      }
      expect(first < lineEnd && text.charAt(first) != '#');
      int inner = column + first - at;
      at = first;
      expect(!isItem());
      if (keyEnd() >= 0) {
        indent = inner;
        items.add(mapping(inner, depth + 1));
      } else {
        items.add(scalar(column, depth + 1));
      }
    }
    expect(indent <= column);
    return items;
  }

  /** Where the key at the reader's place ends, which is its colon; negative if there is none. */
  private int keyEnd() {
    int i = at;
    if (text.charAt(i) == '"') {
      i++;
      while (i < lineEnd && text.charAt(i) != '"' && text.charAt(i) != '\\') {
        i++;
      }
      i++;
      return i < lineEnd && endsKey(i) ? i : -1;
    }
    while (i < lineEnd && isIn(NAME, text.charAt(i))) {
      i++;
    }
    return i < lineEnd && i > at && endsKey(i) ? i : -1;
  }

  private boolean endsKey(int i) {
    return text.charAt(i) == ':' && (i + 1 == lineEnd || text.charAt(i + 1) == ' ');
  }

  private ObjectNode mapping(int column, int depth) {
    expect(depth <= MAX_DEPTH);
    ObjectNode mapping = NODES.objectNode();
    while (indent == column) {
      int colon = keyEnd();
      expect(colon >= 0 && colon - at < LONGEST_KEY && !isItem());
      boolean isQuoted = text.charAt(at) == '"';
      expect(isQuoted || "-.~(".indexOf(text.charAt(at)) < 0);
      String key = isQuoted ? known(at + 1, colon - 1) : known(at, colon);
      at = colon + 1;
      while (at < lineEnd && text.charAt(at) == ' ') {
        at++;
      }
      boolean isOnLine = at < lineEnd && text.charAt(at) != '#';
      expect(
          mapping.replace(key, isOnLine ? scalar(column, depth + 1) : below(column, depth))
              == null);
    }
    expect(indent < column);
    return mapping;
  }

  /** The value of a key after which nothing is on its line. */
  private JsonNode below(int column, int depth) {
    advance();
    if (indent > column) {
      return block(indent, depth + 1);
    }
    return indent == column && isItem() ? sequence(column, depth + 1) : NullNode.getInstance();
  }

  /** The value on the rest of the line; then goes to the next line. */
  private JsonNode scalar(int column, int depth) {
    char c = text.charAt(at);
    if (c == '|') {
      return literal(column);
    }
    JsonNode value;
    if (c == '"' || c == '[' || c == '{') {
      value = c == '"' ? string() : flow(depth);
      expect(at <= lineEnd);
      int rest = at;
      while (rest < lineEnd && text.charAt(rest) == ' ') {
        rest++;
      }
      expect(rest == lineEnd || (text.charAt(rest) == '#' && rest > at));
    } else {
      value = plainLine();
    }
    advance();
    expect(indent <= column); // else it is a scalar of several lines
    return value;
  }

  private JsonNode plainLine() {
    expect(isIn(START, text.charAt(at)) && !isItem());
    int stop = at;
    while (stop < lineEnd) {
      char c = text.charAt(stop);
      if (c == '#' && text.charAt(stop - 1) == ' ') {
        break;
      }
      expect(!endsKey(stop));
      stop++;
    }
    while (text.charAt(stop - 1) == ' ') {
      stop--;
    }
    return plain(at, stop);
  }

  /** A literal block, {@code |} or {@code |-}, as far indented as its first line. */
  private JsonNode literal(int column) {
    boolean isStripped = text.startsWith("|-", at);
    expect(lineEnd == at + (isStripped ? 2 : 1));
    StringBuilder block = new StringBuilder();
    int width = 0;
    int length = 0;
    int start = nextLine;
    while (start < end) {
      int stop = text.indexOf('\n', start);
      expect(stop >= 0);
      int first = start;
      while (first < stop && text.charAt(first) == ' ') {
        first++;
      }
      if (first == stop) {
        expect(width > 0 && first - start <= width);
        block.append('\n');
      } else {
        if (width == 0) {
          width = first - start;
          expect(width > column);
        }
        if (first - start < width) {
          expect(first - start <= column);
          break;
        }
        block.append(text, start + width, stop).append('\n');
        length = block.length();
      }
      start = stop + 1;
    }
    expect(width > 0);
    nextLine = start;
    block.setLength(isStripped ? length - 1 : length);
    advance();
    expect(indent <= column);
    return TextNode.valueOf(block.toString());
  }

  /** A list or a mapping on one line. */
  private JsonNode flow(int depth) {
    expect(depth <= MAX_DEPTH);
    if (text.charAt(at) == '[') {
      ArrayNode items = NODES.arrayNode();
      for (boolean more = opens(']'); more; more = goesOn(']')) {
        items.add(flowValue(depth));
      }
      return items;
    }
    ObjectNode mapping = NODES.objectNode();
    for (boolean more = opens('}'); more; more = goesOn('}')) {
      String key = flowKey();
      expect(at + 1 < lineEnd && text.charAt(at) == ':' && text.charAt(at + 1) == ' ');
      at++;
      blank();
      expect(mapping.replace(key, flowValue(depth)) == null);
    }
    return mapping;
  }

  /** Goes into a collection; whether something is in it. */
  private boolean opens(char close) {
    at++;
    blank();
    boolean isEmpty = text.charAt(at) == close;
    at += isEmpty ? 1 : 0;
    return !isEmpty;
  }

  /** Goes over what follows a value in a collection; whether there is another. */
  private boolean goesOn(char close) {
    blank();
    char c = text.charAt(at);
    expect(c == ',' || c == close);
    at++;
    if (c == ',') {
      blank();
      expect(text.charAt(at) != close);
    }
    return c == ',';
  }

  private void blank() {
    while (at < lineEnd && text.charAt(at) == ' ') {
      at++;
    }
    expect(at < lineEnd);
  }

  private String flowKey() {
    if (text.charAt(at) == '"') {
      return key();
    }
    int start = at;
    while (at < lineEnd && isIn(NAME, text.charAt(at))) {
      at++;
    }
    expect(at > start && isLetterOrDigit(text.charAt(start)) && at - start < LONGEST_KEY);
    return known(start, at);
  }

  private JsonNode flowValue(int depth) {
    char c = text.charAt(at);
    if (c == '"') {
      return string();
    }
    if (c == '[' || c == '{') {
      return flow(depth + 1);
    }
    int start = at;
    expect(isLetterOrDigit(c) || c == '/' || c == '-');
    while (at < lineEnd && ",]} ".indexOf(text.charAt(at)) < 0) {
      char sign = text.charAt(at);
      // An ARN or a URL has colons; what follows one that ends a key is another value.
      expect(isIn(WORD, sign) || "@=*()~".indexOf(sign) >= 0 || (sign == ':' && joins(at)));
      at++;
    }
    int stop = at;
    blank();
    expect(",]}".indexOf(text.charAt(at)) >= 0 && !(c == '-' && stop == start + 1));
    return plain(start, stop);
  }

  private boolean joins(int colon) {
    return colon + 1 < lineEnd && " ,[]{}".indexOf(text.charAt(colon + 1)) < 0;
  }

  /** JSON, on however many lines. */
  private JsonNode json(int depth) {
    expect(depth <= MAX_DEPTH);
    white();
    char c = here();
    if (c == '"') {
      return string();
    }
    if (c == '[') {
      ArrayNode items = NODES.arrayNode();
      for (boolean more = opensJson(']'); more; more = goesOnJson(']')) {
        items.add(json(depth + 1));
      }
      return items;
    }
    if (c == '{') {
      ObjectNode mapping = NODES.objectNode();
      for (boolean more = opensJson('}'); more; more = goesOnJson('}')) {
        white();
        expect(here() == '"');
        String key = key();
        expect(here() == ':');
        at++;
        expect(mapping.replace(key, json(depth + 1)) == null);
      }
      return mapping;
    }
    int start = at;
    while (at < end && isIn(WORD, text.charAt(at))) {
      at++;
    }
    expect(at > start && (isLetterOrDigit(c) || (c == '-' && at > start + 1)));
    int stop = at;
    white();
    expect(",]}".indexOf(here()) >= 0);
    return plain(start, stop);
  }

  private boolean opensJson(char close) {
    at++;
    white();
    boolean isEmpty = here() == close;
    at += isEmpty ? 1 : 0;
    return !isEmpty;
  }

  private boolean goesOnJson(char close) {
    white();
    char c = here();
    expect(c == ',' || c == close);
    at++;
    return c == ',';
  }

  private void white() {
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
      at++;
    }
  }

  private char here() {
    expect(at < end);
    return text.charAt(at);
  }

  /** A key in double quotes, without escapes. */
  private String key() {
    int start = at + 1;
    int stop = closing(start);
    expect(text.charAt(stop) == '"' && stop - start < LONGEST_KEY);
    at = stop + 1;
    return known(start, stop);
  }

  /** The quote, escape or line break at which a text in double quotes is interrupted. */
  private int closing(int start) {
    int stop = start;
    while (stop < end && "\"\\\n".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    expect(stop < end);
    return stop;
  }

  /** A text in double quotes on one line. */
  private JsonNode string() {
    int start = at + 1;
    int stop = closing(start);
    if (text.charAt(stop) == '"') {
      at = stop + 1;
      return TextNode.valueOf(known(start, stop));
    }
    StringBuilder whole = new StringBuilder();
    while (text.charAt(stop) == '\\') {
      expect(stop + 1 < end);
      whole.append(text, start, stop).append(escaped(text.charAt(stop + 1)));
      start = stop + 2;
      stop = closing(start);
    }
    expect(text.charAt(stop) == '"');
    at = stop + 1;
    return TextNode.valueOf(whole.append(text, start, stop).toString());
  }

  private static char escaped(char c) {
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      default -> throw new UnusualException();
    };
  }

  /** A scalar without quotes. */
  private JsonNode plain(int start, int stop) {
    String word = known(start, stop);
    char c = word.charAt(0);
    // No word of YAML is longer, and nothing else that begins with a letter is anything but text.
    if (word.length() > "false".length() && c >= 'A') {
      return TextNode.valueOf(word);
    }
    expect(!Scalars.isTooLong(word) && !Scalars.isAmbiguous(word));
    return Scalars.plain(word);
  }

  /** A part of the text; a short one that was read before is the same object again. */
  private String known(int start, int stop) {
    int length = stop - start;
    if (length > LONGEST_KNOWN) {
      return text.substring(start, stop);
    }
    int hash = length;
    for (int i = start; i < stop; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = (hash ^ (hash >>> 15)) & (KNOWN.length - 1);
    String known = KNOWN[slot];
    if (known != null && known.length() == length && text.startsWith(known, start)) {
      return known;
    }
    String read = text.substring(start, stop);
    KNOWN[slot] = read; // threads may overwrite each other's: it is only a shortcut
    return read;
  }
}
