package io.kfaws.aws;

import io.kfaws.text.Form;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kubernetes service account as IAM knows it, or a pattern of several with {@code *} and {@code
 * ?}.
 *
 * @param namespace the namespace, a DNS label
 * @param name the name, a DNS subdomain
 */
public record ServiceAccount(String namespace, String name) implements Comparable<ServiceAccount> {
  /** The name of the service account of a pod that names none. */
  public static final String DEFAULT = "default";

  /** The name of the one that the profile controller makes for what users run in a profile. */
  public static final String EDITOR = "default-editor";

  private static final String PREFIX = "system:serviceaccount:";
  private static final Pattern NAMESPACE =
      Pattern.compile("[a-z0-9*?]([a-z0-9*?-]{0,61}[a-z0-9*?])?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9*?]([a-z0-9*?.-]{0,251}[a-z0-9*?])?");
  private static final Pattern SUBJECT = Pattern.compile(PREFIX + "([^:]+):([^:]+)");
  private static final Pattern PATTERN = Pattern.compile("[a-z0-9.*?-]*:?[a-z0-9.*?-]*");
  private static final Comparator<ServiceAccount> ORDER =
      Comparator.comparing(ServiceAccount::namespace).thenComparing(ServiceAccount::name);

  /**
   * Guards both forms.
   *
   * @throws IllegalArgumentException if one of them is not a name
   */
  public ServiceAccount {
    Form.require(NAMESPACE, namespace, "the name of a namespace");
    Form.require(NAME, name, "the name of a service account");
  }

  /**
   * The service account, or the pattern, that a {@code :sub} value names; absent for any other
   * text. The inverse of {@link #subject}.
   */
  public static Optional<ServiceAccount> ofSubject(String subject) {
    Matcher parts = SUBJECT.matcher(subject);
    return parts.matches() ? of(parts.group(1), parts.group(2)) : Optional.empty();
  }

  /** Whether a service account can have this subject, or one that this pattern stands for. */
  public static boolean canBeSubject(String text) {
    if (!new Wildcards(text).isPattern()) {
      return ofSubject(text).isPresent();
    }
    int known = text.split("[*?]", 2)[0].length();
    return known < PREFIX.length()
        ? PREFIX.startsWith(text.substring(0, known))
        : text.startsWith(PREFIX) && PATTERN.matcher(text.substring(PREFIX.length())).matches();
  }

  /** The service account of these names; absent if one of them is not a name. */
  public static Optional<ServiceAccount> of(String namespace, String name) {
    return NAMESPACE.matcher(namespace).matches() && NAME.matcher(name).matches()
        ? Optional.of(new ServiceAccount(namespace, name))
        : Optional.empty();
  }

  /** The subject of its tokens: {@code system:serviceaccount:<namespace>:<name>}. */
  public String subject() {
    return PREFIX + namespace + ":" + name;
  }

  /** Whether it stands for several: it holds {@code *} or {@code ?}. */
  public boolean isPattern() {
    return wildcards().isPattern();
  }

  /** Whether the other one is this one, or one that this pattern stands for. */
  public boolean matches(ServiceAccount other) {
    return wildcards().matches(other.subject());
  }

  private Wildcards wildcards() {
    return new Wildcards(subject());
  }

  @Override
  public int compareTo(ServiceAccount other) {
    return ORDER.compare(this, other);
  }

  /** {@code <namespace>/<name>}, as kubectl writes it. */
  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
