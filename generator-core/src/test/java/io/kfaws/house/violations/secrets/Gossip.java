package io.kfaws.house.violations.secrets;

import io.kfaws.house.violations.config.Bag;

/** Tells of a wish that it should know nothing of. */
record Gossip(Bag bag) {}
