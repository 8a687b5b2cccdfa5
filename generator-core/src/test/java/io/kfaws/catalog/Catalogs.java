package io.kfaws.catalog;

import io.kfaws.schema.Schemas;

/** What is packed into the library, for tests that walk all of it. */
public final class Catalogs {
  public static final Catalog BUILT_IN = Catalog.load(new Schemas());

  private Catalogs() {}
}
