package io.kfaws.house.violations.aws;

import io.kfaws.house.violations.identity.Passport;

/** A value that knows who it is for. */
public record Traveller(Passport passport) {}
