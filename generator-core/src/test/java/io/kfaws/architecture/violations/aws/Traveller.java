package io.kfaws.architecture.violations.aws;

import io.kfaws.architecture.violations.iam.Passport;

/** A value that knows who it is for. */
public record Traveller(Passport passport) {}
