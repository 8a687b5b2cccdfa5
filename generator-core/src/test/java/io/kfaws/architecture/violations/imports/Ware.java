package io.kfaws.architecture.violations.imports;

/** Stands for what others wrote. */
public record Ware(String name) {}
