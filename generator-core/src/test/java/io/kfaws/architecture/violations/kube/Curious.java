package io.kfaws.architecture.violations.kube;

import io.kfaws.architecture.violations.installation.Bag;

/** Knows an installation, which only says what becomes of it. */
record Curious(Bag bag) {}
