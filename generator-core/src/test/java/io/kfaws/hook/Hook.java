package io.kfaws.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running hook: its process, the port that it chose, and what it prints. */
record Hook(Process process, BufferedReader printed, int port) implements AutoCloseable {
  private static final String LISTENING = "listening on port ";

  /** A status code and the body, JSON text. */
  record Answer(int status, String body) {}

  /** Starts a command with this environment alone; what it prints is one stream. */
  static Process run(Map<String, String> environment, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (!environment.isEmpty()) {
      builder.environment().clear();
      builder.environment().putAll(environment);
    }
    return builder.start();
  }

  /** Starts the hook and waits until it listens. */
  static Hook start(Map<String, String> environment, String... command) throws IOException {
    Process process = run(environment, command);
    BufferedReader printed = process.inputReader(UTF_8);
    String line = printed.readLine();
    assertThat(line).startsWith(LISTENING);
    return new Hook(process, printed, Integer.parseInt(line.substring(LISTENING.length())));
  }

  Answer post(byte[] json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sync"))
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofByteArray(json))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body());
  }

  /** Sends bytes as they stand, for requests that no HTTP client would make. */
  Answer send(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      String[] parts = answer.split("\r\n\r\n", 2);
      assertThat(parts).as(answer).hasSize(2);
      return new Answer(Integer.parseInt(parts[0].split(" ", 3)[1]), parts[1]);
    }
  }

  /** Asks the hook to end, as the kubelet does; returns all that it printed since it listened. */
  String stop() throws IOException, InterruptedException {
    assertThat(process.isAlive()).as("still running").isTrue();
    // Process.destroy would also close the stream that is still to be read.
    process.toHandle().destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended by SIGTERM").isTrue();
    assertThat(process.exitValue()).isZero();
    return String.join("\n", printed.lines().toList());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
