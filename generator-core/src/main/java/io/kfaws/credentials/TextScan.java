package io.kfaws.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the credentials of a text in one pass. Characters are distinguished by a table; a pattern
 * is tried only where a form of credential can begin.
 */
final class TextScan {
  /** Nothing shorter is one. */
  private static final int SHORTEST = 8;

  /** Short texts that hold nothing: the keys and most values are the same in all files. */
  private static final String[] CLEAN = new String[1024];

  private static final int LONGEST_CLEAN = 64;

  private static final int ACCESS_KEY_ID_LENGTH = 20;
  private static final int SECRET_KEY_LENGTH = 40;

  /** What a random secret key of this length never falls below, and a path of words seldom has. */
  private static final double SECRET_KEY_BITS = 4.2;

  private static final Pattern ACCESS_KEY_ID = Pattern.compile("(AKIA|ASIA)[A-Z0-9]{16}");
  private static final Pattern SECRET_KEY =
      Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9/+]{40}");

  private static final String NAME_SIGNS = "._-~%";

  /** A letter or digit; another character of base64; a sign at which something can begin. */
  private static final byte WORD = 1;

  private static final byte BASE64 = 2;
  private static final byte SIGN = 3;
  private static final byte[] KINDS = kinds();

  private final String text;
  private final List<Hit> hits = new ArrayList<>();

  private TextScan(String text) {
    this.text = text;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    for (char c = 0; c < kinds.length; c++) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        kinds[c] = WORD;
      } else if (c == '/' || c == '+') {
        kinds[c] = BASE64;
      } else if (c == ':' || c == '=' || c == '-' || c == '@') {
        kinds[c] = SIGN;
      }
    }
    return kinds;
  }

  /** All credentials in the order in which they stand; none overlaps another. */
  static List<Hit> scan(String text) {
    if (text.length() < SHORTEST) {
      return List.of();
    }
    if (text.length() > LONGEST_CLEAN) {
      return scanned(text);
    }
    int slot = text.hashCode() & (CLEAN.length - 1);
    if (text.equals(CLEAN[slot])) {
      return List.of();
    }
    List<Hit> hits = scanned(text);
    if (hits.isEmpty()) {
      CLEAN[slot] = text; // threads may overwrite each other's: it is only a shortcut
    }
    return hits;
  }

  private static List<Hit> scanned(String text) {
    TextScan scan = new TextScan(text);
    scan.run();
    return scan.hits.isEmpty() ? List.of() : scan.plain();
  }

  private void run() {
    int i = 0;
    while (i < text.length()) {
      i =
          switch (kind(i)) {
            case WORD, BASE64 -> run(i);
            case SIGN -> sign(i);
            default -> i + 1;
          };
    }
  }

  private byte kind(int i) {
    char c = text.charAt(i);
    return c < KINDS.length ? KINDS[c] : 0;
  }

  /** A run of base64's characters, and the words in it; where to go on. */
  private int run(int start) {
    int i = start;
    while (i < text.length()) {
      byte kind = kind(i);
      if (kind == WORD) {
        int word = i;
        do {
          i++;
        } while (i < text.length() && kind(i) == WORD);
        Optional<Hit> hit = word(word, i);
        if (hit.isPresent()) {
          hits.add(hit.get());
          return Math.max(i, hit.get().end());
        }
      } else if (kind == BASE64) {
        i++;
      } else {
        break;
      }
    }
    if (i - start == SECRET_KEY_LENGTH && !isPartOfName(start, i)) {
      String found = text.substring(start, i);
      if (SECRET_KEY.matcher(found).matches() && Randomness.bits(found) >= SECRET_KEY_BITS) {
        hits.add(new Hit(Credential.SECRET_KEY, start, i));
      }
    }
    return i;
  }

  /** Whether a host, a path or a name goes on before or behind: no key has these signs in it. */
  private boolean isPartOfName(int start, int end) {
    return (start > 0 && NAME_SIGNS.indexOf(text.charAt(start - 1)) >= 0)
        || (end < text.length() && NAME_SIGNS.indexOf(text.charAt(end)) >= 0);
  }

  private Optional<Hit> word(int start, int end) {
    if (end - start == ACCESS_KEY_ID_LENGTH
        && text.charAt(start) == 'A'
        && ACCESS_KEY_ID.matcher(text).region(start, end).matches()) {
      return Optional.of(new Hit(Credential.ACCESS_KEY_ID, start, end));
    }
    return Format.at(text, start);
  }

  /** What begins at a sign, or is told by it; where to go on. */
  private int sign(int i) {
    switch (text.charAt(i)) {
      case '-' -> {
        Optional<Pem.Armour> armour = Pem.at(text, i);
        if (armour.isPresent()) {
          if (armour.get().isPrivate()) {
            hits.add(new Hit(Credential.PRIVATE_KEY, i, armour.get().end()));
          }
          return armour.get().end();
        }
      }
      case '@' -> Login.driver(text, i).ifPresent(hits::add);
      case ':' -> {
        if (text.startsWith("//", i + 1)) {
          Login.url(text, i).ifPresent(hits::add);
        } else {
          Assignment.at(text, i).ifPresent(hits::add);
        }
      }
      default -> Assignment.at(text, i).ifPresent(hits::add);
    }
    return i + 1;
  }

  /** What two rules found is one credential: its own form says more than the name before it. */
  private List<Hit> plain() {
    NavigableMap<Integer, Hit> plain = new TreeMap<>();
    hits.stream().filter(hit -> hit.what().hasForm()).forEach(hit -> add(plain, hit));
    hits.stream().filter(hit -> !hit.what().hasForm()).forEach(hit -> add(plain, hit));
    return List.copyOf(plain.values());
  }

  /** Adds a hit that overlaps none: of those that do not overlap, the last to begin may. */
  private static void add(NavigableMap<Integer, Hit> plain, Hit hit) {
    Map.Entry<Integer, Hit> before = plain.lowerEntry(hit.end());
    if (before == null || !before.getValue().overlaps(hit)) {
      plain.put(hit.start(), hit);
    }
  }
}
