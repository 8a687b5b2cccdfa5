package io.kfaws.credentials;

/**
 * A credential in a text.
 *
 * @param what what it is
 * @param start where it starts, from 0
 * @param end where it ends, exclusive
 */
record Hit(Credential what, int start, int end) {
  boolean overlaps(Hit other) {
    return start < other.end && other.start < end;
  }
}
