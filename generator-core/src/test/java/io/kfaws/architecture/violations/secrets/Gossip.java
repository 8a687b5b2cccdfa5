package io.kfaws.architecture.violations.secrets;

import io.kfaws.architecture.violations.installation.Bag;

/** Tells of an installation that it should know nothing of. */
record Gossip(Bag bag) {}
