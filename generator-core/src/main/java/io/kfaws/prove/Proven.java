package io.kfaws.prove;

import io.kfaws.Proof;
import io.kfaws.RuleResult;
import java.util.List;
import java.util.Optional;

/**
 * What the rules found in one overlay or group, and what was built of it.
 *
 * @param overlay what the rules found
 * @param build what was built; absent if it does not build
 */
public record Proven(Proof.Overlay overlay, Optional<Build> build) {

  static Proven built(Build build, List<RuleResult> results) {
    int objects = build.built().byKey().size();
    return new Proven(
        new Proof.Overlay(build.overlay(), true, objects, results), Optional.of(build));
  }

  static Proven unbuilt(String name, RuleResult why) {
    return new Proven(new Proof.Overlay(name, false, 0, List.of(why)), Optional.empty());
  }
}
