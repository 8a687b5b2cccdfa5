package io.kfaws.architecture.violations.text;

import io.kfaws.architecture.violations.Api;

/** Knows the API that is above it. */
record Upwards(Api api) {}
