package io.kfaws.iam;

import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One fact of a sample bent.
 *
 * @param name what is bent
 * @param rule the rule that must find it, alone
 * @param bend bends it; throws {@link Sample.NotHere} if the sample has no such fact
 */
record Mutation(String name, String rule, Consumer<Sample> bend) {
  /** All of them. */
  static Stream<Mutation> all() {
    return Stream.concat(TrustMutations.ALL.stream(), OtherMutations.ALL.stream());
  }
}
