package io.kfaws.house.violations.text;

import io.kfaws.house.violations.files.Arc;

/** One half of a cycle. */
public record Circle(Arc arc) {}
