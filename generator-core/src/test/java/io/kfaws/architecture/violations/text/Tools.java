package io.kfaws.architecture.violations.text;

import com.google.re2j.Pattern;
import com.hubspot.jinjava.Jinjava;
import com.networknt.schema.Schema;
import software.amazon.smithy.jmespath.JmespathExpression;

/** Takes the tools of others. */
record Tools(Jinjava jinjava, Schema schema, Pattern pattern, JmespathExpression expression) {}
