package io.kfaws.credentials;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a field, a variable or a flag says of its value. */
enum FieldName {
  /** A password, whatever it looks like: people choose them. */
  PASSWORD,
  /** A token or a key, which machines make: one that looks random is real. */
  TOKEN,
  /** Docker's {@code auth}: user and password in base64. */
  REGISTRY,
  /** Anything else. */
  OTHER;

  private static final int LONGEST = 100;
  private static final Pattern SEPARATOR = Pattern.compile("[_.\\s-]");

  /** What the patterns below end with. */
  private static final List<String> ENDINGS =
      List.of(
          "ord", "wd", "ase", "ode", "pass", "ken", "ret", "tial", "als", "rer", "ation", "key",
          "id", "auth");

  /** Which two letters one of them ends with. */
  private static final boolean[] LETTERS = letters();

  /** On names without separators and in lower case. */
  private static final Pattern PASSWORDS =
      Pattern.compile(".*(password|passwd|passphrase|passcode|pwd|clientsecret)|pass");

  /** Where a shell says which folder it is in. */
  private static final Set<String> FOLDERS = Set.of("PWD", "OLDPWD");

  /** {@code DB_PASS} and {@code dbPass}, but no {@code bypass}. */
  private static final Pattern PASS = Pattern.compile(".*[_.-](?i:pass)|.*[a-z0-9]Pass");

  /**
   * What names a credential ends with. What follows it in the name of something that only leads to
   * one, it does not end with: {@code secretName}, {@code tokenExpiration}, {@code kmsKeyArn}.
   */
  private static final Pattern TOKENS =
      Pattern.compile(
          ".*(token|secret|credentials?|bearer|authorization|apikey|accesskey(id)?|secretkey"
              + "|secretaccesskey|privatekey|signingkey|encryptionkey|authkey|sharedkey|masterkey)");

  private static final Pattern JSON_KEY = Pattern.compile("\"[^\"]*\"\\s*:");
  private static final Pattern SWITCH = Pattern.compile("(?i:true|false|yes|no|on|off)");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*_[A-Z0-9_]*");

  /** Those that have no place in a configuration, whatever is there. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "password|passwd|pass|passphrase|(session|access|auth)?token|apikey|privatekey"
              + "|(aws)?(accesskey(id)?|secret(access)?key|sessiontoken)");

  /** What such a name says of its value. */
  static FieldName of(String name) {
    // Most names are told by their last letters, and a file has many.
    if (name.length() > LONGEST
        || name.startsWith("checksum/")
        || !mayBeOne(name)
        || FOLDERS.contains(name)) {
      return OTHER;
    }
    String plain = plain(name);
    if (plain.equals("auth")) {
      return REGISTRY;
    }
    if (PASSWORDS.matcher(plain).matches() || PASS.matcher(name).matches()) {
      return PASSWORD;
    }
    return TOKENS.matcher(plain).matches() ? TOKEN : OTHER;
  }

  /** Whether a configuration may not have a value under this name at all. */
  static boolean isRefused(String name) {
    return name.length() <= LONGEST && REFUSED.matcher(plain(name)).matches();
  }

  private static String plain(String name) {
    return SEPARATOR.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a name that ends with these letters may be one. They rule out nearly all names, before
   * anything is compared or copied.
   */
  static boolean mayEndWith(char last, char lastButOne) {
    return last >= 128 || lastButOne >= 128 || LETTERS[lastButOne * 128 + last];
  }

  private static boolean[] letters() {
    boolean[] letters = new boolean[128 * 128];
    for (char first = 0; first < 128; first++) {
      for (char second = 0; second < 128; second++) {
        String end = String.valueOf(new char[] {first, second}).toLowerCase(Locale.ROOT);
        letters[first * 128 + second] = ENDINGS.stream().anyMatch(it -> it.endsWith(end));
      }
    }
    return letters;
  }

  private static boolean mayBeOne(String name) {
    int length = name.length();
    if (length < 2 || !mayEndWith(name.charAt(length - 1), name.charAt(length - 2))) {
      return false;
    }
    for (String ending : ENDINGS) {
      if (name.regionMatches(true, length - ending.length(), ending, 0, ending.length())) {
        return true;
      }
    }
    return false;
  }

  /** What a value under this name is, if it is a credential. */
  Optional<Credential> validate(String value) {
    if (Placeholder.isOne(value)) {
      return Optional.empty();
    }
    return switch (this) {
      case PASSWORD ->
          isSwitch(value) || isVariable(value)
              ? Optional.empty()
              : Optional.of(Credential.PASSWORD);
      case TOKEN ->
          Randomness.in(withoutKeys(value)) ? Optional.of(Credential.RANDOM) : Optional.empty();
      case REGISTRY ->
          Base64Text.isLogin(value) ? Optional.of(Credential.REGISTRY_LOGIN) : Optional.empty();
      case OTHER -> Optional.empty();
    };
  }

  /** {@code MYSQL_ALLOW_EMPTY_PASSWORD: "true"} says whether, not what. */
  private static boolean isSwitch(String value) {
    return SWITCH.matcher(value).matches();
  }

  /** {@code password: DB_PASSWORD} names the variable or key that has it. */
  private static boolean isVariable(String value) {
    return VARIABLE.matcher(value).matches() && of(value) != OTHER;
  }

  /** Of JSON its values count alone: what names them is often as long as a credential. */
  private static String withoutKeys(String value) {
    return value.stripLeading().startsWith("{") ? JSON_KEY.matcher(value).replaceAll("") : value;
  }
}
