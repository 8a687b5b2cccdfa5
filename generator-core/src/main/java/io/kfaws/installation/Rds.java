package io.kfaws.installation;

/**
 * The MySQL database on Amazon RDS that replaces the databases inside the cluster.
 *
 * @param host the endpoint of the DB instance or cluster
 * @param port the TCP port, 1 to 65535
 * @param secretName the secret whose JSON keys {@code username} and {@code password} log in
 * @param databases the names of the databases on it
 */
public record Rds(HostName host, int port, SecretName secretName, Databases databases) {
  private static final int LAST_PORT = 65535;

  /**
   * Guards the port.
   *
   * @throws IllegalArgumentException if there is no such port
   */
  public Rds {
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException(port + " is not a port: 1 to " + LAST_PORT + " expected");
    }
  }

  /**
   * The databases, one a service.
   *
   * @param pipelines the API server's; it creates it
   * @param cache the cache server's; it creates it
   * @param metadata ML Metadata's; it creates it
   * @param katib Katib's; it must exist, because Katib connects to it by name
   */
  public record Databases(
      DatabaseName pipelines, DatabaseName cache, DatabaseName metadata, DatabaseName katib) {}
}
