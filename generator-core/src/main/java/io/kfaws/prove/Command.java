package io.kfaws.prove;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that is run to its end, or to the end of its time.
 *
 * @param line the program, looked up on the PATH if it is a bare name, and its arguments
 * @param timeout how long it may take
 */
record Command(List<String> line, Duration timeout) {
  /** Far more than any build prints; whoever prints more does not build Kubeflow. */
  private static final int MOST_BYTES = 256 << 20;

  private static final int LAST_LINES = 5;
  private static final int MOST_CHARACTERS = 800;

  private static final Pattern LOGGED =
      Pattern.compile(
          "E\\d{4} \\S+ +\\d+ \\S+\\] \"command failed\" err=(?:\"(.*)\"|<; (.*?);? >)");

  /**
   * What kustomize and kubectl's log say on the way, of every base of Kubeflow: no reason to fail.
   */
  private static final Pattern CHATTER = Pattern.compile("# Warning: .*|[IW]\\d{4} .*");

  /** How long pipes may stay open after the program has ended: its children may hold them. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /**
   * How a program ended.
   *
   * @param code its exit code
   * @param inTime whether it ended by itself, and all of its output is there
   * @param out what it printed
   * @param said the end of what it said on standard error, on one line
   */
  record Outcome(int code, boolean inTime, String out, String said) {
    boolean isFine() {
      return inTime && code == 0;
    }
  }

  /**
   * Runs the program.
   *
   * @throws IOException if there is no such program
   */
  Outcome run() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line);
    // A gate has nobody who could answer git's questions.
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    // kustomize is a Go program: with twice the heap, 160 MB more, it collects garbage half as
    // often,
    // and a build of Kubeflow costs a fifth less.
    builder.environment().putIfAbsent("GOGC", "200");
    Process process = builder.start();
    process.getOutputStream().close();
    FutureTask<String> out = reading(() -> all(process.getInputStream()));
    FutureTask<String> err = reading(() -> last(process.getErrorStream()));
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        kill(process);
      }
      // A child that outlives the program may hold its pipes: then what it printed is not whole.
      Optional<String> printed = ended ? result(out) : Optional.empty();
      String said = result(err).orElse("");
      return new Outcome(
          ended ? process.exitValue() : -1, printed.isPresent(), printed.orElse(""), said);
    } catch (InterruptedException e) {
      kill(process);
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException(line.get(0) + " was interrupted").initCause(e);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private interface Reading {
    String read() throws IOException;
  }

  private static FutureTask<String> reading(Reading reading) {
    FutureTask<String> task = new FutureTask<>(reading::read);
    Thread thread = new Thread(task, "kfaws reads");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** What was read; absent if the pipe is still open. */
  private static Optional<String> result(FutureTask<String> task)
      throws IOException, InterruptedException {
    try {
      return Optional.of(task.get(GRACE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IOException("reading what the engine prints", e.getCause());
    }
  }

  private static String all(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    for (int n = in.read(some); n >= 0; n = in.read(some)) {
      if (bytes.size() + n > MOST_BYTES) {
        throw new IOException("more than " + MOST_BYTES + " bytes");
      }
      bytes.write(some, 0, n);
    }
    return bytes.toString(UTF_8);
  }

  /** The last lines as one, shortened at its start: what went wrong is at the end. */
  private static String last(InputStream in) throws IOException {
    Deque<String> lines = new ArrayDeque<>();
    StringBuilder open = new StringBuilder();
    byte[] some = new byte[1 << 13];
    for (int n = in.read(some); n >= 0; n = in.read(some)) {
      open.append(new String(some, 0, n, UTF_8));
      List<String> parts = new ArrayList<>(List.of(open.toString().split("\\R", -1)));
      open.setLength(0);
      String rest = parts.remove(parts.size() - 1);
      open.append(rest.substring(Math.max(0, rest.length() - 2 * MOST_CHARACTERS)));
      parts.stream().map(String::strip).filter(Command::isToTheMatter).forEach(lines::add);
      while (lines.size() > LAST_LINES) {
        lines.remove();
      }
    }
    if (isToTheMatter(open.toString().strip())) {
      lines.add(open.toString().strip());
    }
    String all = plain(String.join("; ", lines).replaceAll("\\s+", " "));
    return all.length() <= MOST_CHARACTERS
        ? all
        : "… " + all.substring(all.length() - MOST_CHARACTERS);
  }

  private static boolean isToTheMatter(String line) {
    return !line.isEmpty() && !CHATTER.matcher(line).matches();
  }

  /**
   * Without the head that kubectl's log puts before what kustomize says, and without its escapes.
   */
  private static String plain(String said) {
    Matcher logged = LOGGED.matcher(said);
    if (!logged.matches()) {
      return said.replaceFirst("^[Ee]rror: ", "");
    }
    String block = logged.group(2);
    return block == null ? logged.group(1).replaceAll("\\\\+\"", "\"") : block;
  }
}
