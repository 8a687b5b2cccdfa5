package io.kfaws.architecture.violations.catalog;

/** Stands for the knowledge. */
public record TemplateSource(String name) {}
