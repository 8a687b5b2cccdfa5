package io.kfaws.house.violations.check;

import io.kfaws.house.violations.catalog.Shelf;
import io.kfaws.house.violations.config.Bag;
import io.kfaws.house.violations.imports.Ware;
import org.yaml.snakeyaml.Yaml;

/** A judge who asks for what it should be given, and reads on its own. */
record Nosy(Bag bag, Shelf shelf, Ware ware, Yaml yaml) {}
