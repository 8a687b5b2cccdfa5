package io.kfaws.house.violations.config;

/** No fact, and nothing that reads one. */
public class Bag {}
