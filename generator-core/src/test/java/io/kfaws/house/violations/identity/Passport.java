package io.kfaws.house.violations.identity;

/** Stands for who may touch what. */
public record Passport(String name) {}
