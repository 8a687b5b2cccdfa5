package io.kfaws.architecture.violations;

/** Stands for the API. */
public final class Api {}
