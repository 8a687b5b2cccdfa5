package io.kfaws.build;

import java.util.List;

/** One thing that must be so in every build. */
interface Rule {
  /** What is not so, one line each. */
  List<String> broken(Case build);
}
