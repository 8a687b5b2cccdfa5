package io.kfaws.house.violations;

/** Stands for the door. */
public final class Door {}
