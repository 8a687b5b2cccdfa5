package io.kfaws.credentials;

import java.util.regex.Pattern;

/**
 * Whether a text looks like chance and not like words: some part of it, without the separators that
 * names and JSON have, is at least {@value #SHORTEST} characters long, mixes letters and digits,
 * and has at least {@value #BITS} bits a character by Shannon's measure.
 *
 * <p>Sixteen random hex digits have about 3.2 bits each and more of them come near 4; random
 * letters and digits have 3.7 and more. What repeats itself has less, and words hold no digits.
 * Addresses, ARNs, digests and UUIDs are names of things, and pass.
 */
final class Randomness {
  static final int SHORTEST = 16;
  static final double BITS = 3.0;

  /** What is random, or nearly, and no secret: digests, UUIDs, ARNs, addresses. */
  private static final Pattern NAME =
      Pattern.compile(
          "sha(256|384|512):.*|sha(256|384|512)-.*|arn:.*|(?i:[a-z][a-z0-9+.-]*)://.*"
              + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
          Pattern.DOTALL);

  private Randomness() {}

  /** Whether a value looks random. */
  static boolean in(String value) {
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || isSeparator(value.charAt(i))) {
        if (i - start >= SHORTEST && isRandom(value.substring(start, i))) {
          return !NAME.matcher(value).matches();
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean isSeparator(char c) {
    return "-_./:,;@\"'{}[]() \t\n\r".indexOf(c) >= 0;
  }

  private static boolean isRandom(String part) {
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < part.length(); i++) {
      letter |= Character.isLetter(part.charAt(i));
      digit |= Character.isDigit(part.charAt(i));
    }
    return letter && digit && bits(part) >= BITS;
  }

  /** Bits a character: what a reader who knows how often each occurs has to be told of the next. */
  static double bits(String text) {
    int[] counts = new int[128];
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < counts.length) {
        counts[c]++;
      } else {
        others++;
      }
    }
    double bits = others == 0 ? 0 : -share(others, text) * log2(share(others, text));
    for (int count : counts) {
      if (count > 0) {
        bits -= share(count, text) * log2(share(count, text));
      }
    }
    return bits;
  }

  private static double share(int count, String text) {
    return (double) count / text.length();
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
