package io.kfaws.house.violations.files;

import io.kfaws.house.violations.text.Circle;

/** The other half of a cycle. */
public record Arc(Circle circle) {}
