package io.kfaws.plan;

import io.kfaws.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which profile lies in which folder. kustomize takes time quadratic in the objects of one build,
 * so a folder holds no more than {@value #CAPACITY} profiles, which is a second, or a few with
 * secrets.
 *
 * <p>One folder, {@value #ALL}, holds them all while they fit. One that overflows becomes two, by
 * the next bit of the SHA-256 of the profile's name, and they are called by the bits so far: {@code
 * 0}, {@code 1}, {@code 010}. So the folders follow from the set of names alone, and another
 * profile changes no folder but its own.
 */
final class ProfileGroups {
  /** The most profiles of a folder. */
  static final int CAPACITY = 100;

  /** The folder of an installation whose profiles fit into one. */
  static final String ALL = "all";

  private ProfileGroups() {}

  /** The names of the profiles of each folder, both sorted. */
  static SortedMap<String, List<String>> of(Collection<String> names) {
    List<Hashed> hashed = new ArrayList<>();
    new TreeSet<>(names).forEach(name -> hashed.add(new Hashed(name, bits(name))));
    SortedMap<String, List<String>> groups = new TreeMap<>();
    split("", hashed, groups);
    return groups;
  }

  private static void split(
      String prefix, List<Hashed> profiles, SortedMap<String, List<String>> groups) {
    if (profiles.size() > CAPACITY) {
      split(prefix + "0", withBit(profiles, prefix.length(), '0'), groups);
      split(prefix + "1", withBit(profiles, prefix.length(), '1'), groups);
    } else if (!profiles.isEmpty()) {
      groups.put(prefix.isEmpty() ? ALL : prefix, profiles.stream().map(Hashed::name).toList());
    }
  }

  private static List<Hashed> withBit(List<Hashed> profiles, int index, char bit) {
    return profiles.stream().filter(profile -> profile.bits().charAt(index) == bit).toList();
  }

  /** The first 64 bits, which 10,000 names do not share. */
  private static String bits(String name) {
    byte[] hash = Sha256.of(name.getBytes(StandardCharsets.UTF_8));
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < Long.BYTES; i++) {
      bits.append(Integer.toBinaryString((hash[i] & 0xFF) | 0x100), 1, 9);
    }
    return bits.toString();
  }

  private record Hashed(String name, String bits) {}
}
