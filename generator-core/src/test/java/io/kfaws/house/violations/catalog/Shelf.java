package io.kfaws.house.violations.catalog;

/** Stands for the knowledge. */
public record Shelf(String name) {}
