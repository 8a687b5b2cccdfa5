package io.kfaws.architecture.violations;

import io.kfaws.architecture.violations.iam.Passport;

/** A value of the API that knows a package. */
record Diagnostic(Passport passport) {}
