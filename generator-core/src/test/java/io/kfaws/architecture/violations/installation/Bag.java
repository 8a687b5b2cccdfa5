package io.kfaws.architecture.violations.installation;

/** No fact, and nothing that reads one. */
public class Bag {}
