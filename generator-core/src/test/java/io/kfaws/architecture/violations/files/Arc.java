package io.kfaws.architecture.violations.files;

import io.kfaws.architecture.violations.text.Circle;

/** The other half of a cycle. */
public record Arc(Circle circle) {}
