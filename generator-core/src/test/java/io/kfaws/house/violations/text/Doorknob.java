package io.kfaws.house.violations.text;

import io.kfaws.house.violations.Door;

/** Knows the door from inside. */
record Doorknob(Door door) {}
