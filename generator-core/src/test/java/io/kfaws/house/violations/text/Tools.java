package io.kfaws.house.violations.text;

import com.hubspot.jinjava.Jinjava;
import com.networknt.schema.Schema;

/** Takes the tools of others. */
record Tools(Jinjava jinjava, Schema schema) {}
