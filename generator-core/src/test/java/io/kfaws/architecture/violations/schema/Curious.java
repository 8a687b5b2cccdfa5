package io.kfaws.architecture.violations.schema;

import io.kfaws.architecture.violations.installation.Bag;

/** Knows an installation, which is one document of many. */
record Curious(Bag bag) {}
