package io.kfaws.architecture.violations.iam;

import io.kfaws.architecture.violations.installation.Bag;

/** Knows an installation, which has a graph made of it. */
record Curious(Bag bag) {}
