package io.kfaws.architecture.violations.credentials;

import io.kfaws.architecture.violations.installation.Bag;

/** Looks into an installation that it should know nothing of. */
record Curious(Bag bag) {}
