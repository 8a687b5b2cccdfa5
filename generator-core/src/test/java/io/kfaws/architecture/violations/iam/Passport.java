package io.kfaws.architecture.violations.iam;

/** Stands for who may touch what. */
public record Passport(String name) {}
