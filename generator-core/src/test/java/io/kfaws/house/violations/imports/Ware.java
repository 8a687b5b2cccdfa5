package io.kfaws.house.violations.imports;

/** Stands for what others wrote. */
public record Ware(String name) {}
