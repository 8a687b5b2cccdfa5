package io.kfaws.benchmarks;

import io.kfaws.Generation;
import io.kfaws.Kfaws;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The sample's generation in memory, in an instance that is kept: read, rendered and validated. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WarmGeneration {
  private final Kfaws kfaws = Kfaws.create();
  private final Path configuration = Path.of("overlays/rds-s3/kfaws.yaml");

  /** One generation. */
  @Benchmark
  public Generation generate() throws IOException {
    return kfaws.generate(Source.read(configuration), Path.of("target/benchmarks/warm"));
  }
}
