package io.kfaws.build;

/** What is wrong with a build: the rule it breaks, and where and how. */
record Finding(String rule, String message) {}
