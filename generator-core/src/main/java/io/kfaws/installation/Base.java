package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.kube.KustomizationFile;
import io.kfaws.text.Form;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the overlay is on: the URL of a kustomization as kustomize takes it, or a local folder,
 * absolute or relative to the configuration.
 *
 * @param text the URL or the folder, as the user wrote it
 */
public record Base(@JsonValue String text) {
  /**
   * A commit (SHA-1, SHA-256), a tag by its whole name, or a version; {@code v1.9-branch} is none.
   */
  private static final Pattern PINNED =
      Pattern.compile(
          "[0-9a-f]{40}|[0-9a-f]{64}|refs/tags/.+"
              + "|v?[0-9]+(\\.[0-9]+)+([-.]?(alpha|beta|rc)[-.]?[0-9]+([.][0-9]+)*)?");

  private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}]{1,2048}");

  /**
   * Guards against control characters.
   *
   * @throws IllegalArgumentException if {@code text} is blank or holds one
   */
  public Base {
    Form.require(FORM, text, "a URL or a folder");
    if (text.isBlank()) {
      throw new IllegalArgumentException("neither a URL nor a folder is named");
    }
  }

  /** The base of this spelling; the inverse of {@link #text}. */
  @JsonCreator
  public static Base of(String text) {
    return new Base(text);
  }

  /** Whether kustomize fetches it; otherwise it is a local folder. */
  public boolean isRemote() {
    return KustomizationFile.isRemote(text);
  }

  /**
   * What a URL asks git for, by {@code ref} or, without it, by {@code version} (kustomize, "Remote
   * targets"); absent for the default branch.
   */
  public Optional<String> ref() {
    Optional<String> ref = query("ref");
    return ref.isPresent() ? ref : query("version");
  }

  /**
   * Whether a URL names what stays: a commit by all its digits, {@code refs/tags/…}, or what is
   * written as a version, as releases are. Whether any other name is a tag or a branch only the
   * repository knows, so it counts as a branch.
   */
  public boolean isPinned() {
    return ref().filter(ref -> PINNED.matcher(ref).matches()).isPresent();
  }

  private Optional<String> query(String key) {
    return Stream.of(text.split("[?&]"))
        .skip(1)
        .filter(part -> part.startsWith(key + "=") && part.length() > key.length() + 1)
        .map(part -> part.substring(key.length() + 1))
        .findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
