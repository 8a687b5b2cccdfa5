package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One instance serves many threads, from its very first use on. */
class ThreadsTest {
  private static final int THREADS = 8;

  @Test
  void threadsGetTheSameBytes() throws Exception {
    Path folder = Cases.ROOT.resolve("overlays/rds-s3");
    Source configuration = Source.read(folder.resolve("kfaws.yaml"));
    Map<String, String> alone =
        Kfaws.create().generate(configuration, folder.resolve("expected")).files();
    Kfaws shared = Kfaws.create();
    CountDownLatch start = new CountDownLatch(THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Map<String, String>>> results = new ArrayList<>();
      for (int n = 0; n < THREADS; n++) {
        results.add(
            pool.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return shared.generate(configuration, folder.resolve("expected")).files();
                }));
      }
      for (Future<Map<String, String>> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
