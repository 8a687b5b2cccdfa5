package io.kfaws.architecture.violations.text;

import io.kfaws.architecture.violations.files.Arc;

/** One half of a cycle. */
public record Circle(Arc arc) {}
