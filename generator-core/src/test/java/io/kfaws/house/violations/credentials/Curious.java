package io.kfaws.house.violations.credentials;

import io.kfaws.house.violations.config.Bag;

/** Looks into a wish that it should know nothing of. */
record Curious(Bag bag) {}
