package io.kfaws.prove;

import io.kfaws.kube.ObjectReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The overlay builds kinds in the base's order, in which they are applied: a webhook that comes
 * behind the pods that it changes has not changed them. What only one of the two builds has plays
 * no part, and neither does the hash in a name.
 */
record KindOrder() implements BuildRule {
  private static final String HINT =
      "carry the base's sortOptions into the overlay's kustomization.yaml: kustomize takes those of"
          + " the outermost kustomization alone";

  /** Where pods come from: what comes before or behind these is told first. */
  private static final String PODS = "Deployment";

  @Override
  public String id() {
    return "kind-order";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    Map<ObjectReference, Long> based = counted(build.base());
    Map<ObjectReference, Long> built = counted(build.built());
    based.entrySet().retainAll(built.entrySet());
    List<String> before = kinds(build.base(), based);
    List<String> after = kinds(build.built(), based);
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        Stream.of(Move.of(before.get(i), i, before, after), Move.of(after.get(i), i, after, before))
            .max(Comparator.comparingInt(Move::far))
            .ifPresent(move -> findings.find(move.kind(), message(move, before, after), HINT));
        return;
      }
    }
    new TreeSet<>(after).forEach(findings::proven);
  }

  /**
   * The object of a kind that is not where it was.
   *
   * @param kind its kind
   * @param number how many objects of its kind come before it
   * @param far how many places it was moved by
   */
  private record Move(String kind, int number, int far) {
    /** The move of the object at {@code at} in one order to where the other has it. */
    static Move of(String kind, int at, List<String> one, List<String> other) {
      int number = count(kind, one.subList(0, at));
      return new Move(kind, number, place(kind, number, other) - at);
    }
  }

  private static String message(Move move, List<String> before, List<String> after) {
    List<String> wasBehind = before.subList(0, place(move.kind(), move.number(), before));
    List<String> isBehind = after.subList(0, place(move.kind(), move.number(), after));
    String other =
        Stream.concat(wasBehind.stream(), isBehind.stream())
            .distinct()
            .max(
                Comparator.comparing((String kind) -> differ(kind, wasBehind, isBehind) > 0)
                    .thenComparing(kind -> kind.equals(PODS))
                    .thenComparing(kind -> differ(kind, wasBehind, isBehind)))
            .orElseThrow();
    return "comes behind "
        + told(count(other, isBehind), other)
        + ", and in the base behind "
        + told(count(other, wasBehind), other);
  }

  private static int differ(String kind, List<String> one, List<String> other) {
    return Math.abs(count(kind, one) - count(kind, other));
  }

  private static String told(int count, String kind) {
    return count == 0 ? "no " + kind : count + " of kind " + kind;
  }

  private static int count(String kind, List<String> kinds) {
    return (int) kinds.stream().filter(kind::equals).count();
  }

  private static int place(String kind, int number, List<String> kinds) {
    int seen = 0;
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i).equals(kind) && seen++ == number) {
        return i;
      }
    }
    throw new IllegalArgumentException("not so many of kind " + kind);
  }

  private static List<String> kinds(Objects objects, Map<ObjectReference, Long> common) {
    return objects.order().stream()
        .filter(key -> common.containsKey(plain(key)))
        .map(ObjectReference::kind)
        .toList();
  }

  private static Map<ObjectReference, Long> counted(Objects objects) {
    Map<ObjectReference, Long> counted = new TreeMap<>();
    objects.order().forEach(key -> counted.merge(plain(key), 1L, Long::sum));
    return counted;
  }

  private static ObjectReference plain(ObjectReference key) {
    return new ObjectReference(key.kind(), key.group(), key.namespace(), key.plainName());
  }
}
