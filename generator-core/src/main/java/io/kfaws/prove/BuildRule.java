package io.kfaws.prove;

/** One thing that must be so in every build. */
interface BuildRule {
  /** Its stable id in kebab case. */
  String id();

  /** Looks at everything it is about, and says of each thing whether it is right. */
  void validate(Build build, BuildFindings findings);
}
