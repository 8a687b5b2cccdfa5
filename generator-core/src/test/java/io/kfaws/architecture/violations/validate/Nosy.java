package io.kfaws.architecture.violations.validate;

import io.kfaws.architecture.violations.catalog.TemplateSource;
import io.kfaws.architecture.violations.imports.Ware;
import io.kfaws.architecture.violations.installation.Bag;
import org.yaml.snakeyaml.Yaml;

/** A rule that asks for what it should be given, and reads on its own. */
record Nosy(Bag bag, TemplateSource source, Ware ware, Yaml yaml) {}
