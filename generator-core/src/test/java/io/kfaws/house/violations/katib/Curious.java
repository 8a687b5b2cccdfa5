package io.kfaws.house.violations.katib;

import io.kfaws.house.violations.config.Bag;

/** Looks into a wish that it should know nothing of. */
record Curious(Bag bag) {}
