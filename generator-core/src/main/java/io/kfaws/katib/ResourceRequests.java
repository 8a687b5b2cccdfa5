package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The least that one trial takes of a namespace's quota, as far as its pod templates tell: what a
 * scheduler counts for each pod (Kubernetes, "Resource Management for Pods and Containers" and
 * "Init Containers", resource sharing within containers), times its replicas. Quantities that each
 * trial fills in are not known and not counted.
 *
 * @param byQuota by the name that a ResourceQuota has for it: {@code requests.cpu}, {@code pods}
 */
record ResourceRequests(SortedMap<String, BigDecimal> byQuota) {
  private static final String REQUESTS = "requests";
  private static final String LIMITS = "limits";

  /** Keeps the map as it is. */
  ResourceRequests {
    byQuota = Collections.unmodifiableSortedMap(byQuota);
  }

  /** What one trial takes that creates this object. */
  static ResourceRequests of(ObjectNode trial) {
    SortedMap<String, BigDecimal> all = new TreeMap<>();
    for (Pods pods : Pods.of(trial)) {
      BigDecimal count = BigDecimal.valueOf(pods.count(trial));
      SortedMap<String, BigDecimal> one = pod(pods.template().path("spec"));
      one.put("pods", BigDecimal.ONE);
      one.forEach((name, amount) -> all.merge(name, amount.multiply(count), BigDecimal::add));
    }
    return new ResourceRequests(all);
  }

  private static SortedMap<String, BigDecimal> pod(JsonNode spec) {
    SortedMap<String, BigDecimal> running = new TreeMap<>();
    SortedMap<String, BigDecimal> most = new TreeMap<>();
    for (JsonNode container : spec.path("initContainers")) {
      SortedMap<String, BigDecimal> its = container(container);
      if (container.path("restartPolicy").asText().equals("Always")) {
        its.forEach((name, amount) -> running.merge(name, amount, BigDecimal::add));
      } else {
        its.forEach((name, amount) -> most.merge(name, amount, BigDecimal::max));
      }
    }
    for (JsonNode container : spec.path("containers")) {
      container(container).forEach((name, amount) -> running.merge(name, amount, BigDecimal::add));
    }
    running.forEach((name, amount) -> most.merge(name, amount, BigDecimal::max));
    return most;
  }

  /** A limit without a request counts as the request, too. */
  private static SortedMap<String, BigDecimal> container(JsonNode container) {
    SortedMap<String, BigDecimal> amounts = new TreeMap<>();
    JsonNode resources = container.path("resources");
    for (var limit : resources.path(LIMITS).properties()) {
      amount(limit.getValue())
          .ifPresent(
              amount -> {
                amounts.put(LIMITS + "." + limit.getKey(), amount);
                amounts.put(REQUESTS + "." + limit.getKey(), amount);
              });
    }
    for (var request : resources.path(REQUESTS).properties()) {
      amounts.remove(REQUESTS + "." + request.getKey());
      amount(request.getValue())
          .ifPresent(amount -> amounts.put(REQUESTS + "." + request.getKey(), amount));
    }
    return amounts;
  }

  private static Optional<BigDecimal> amount(JsonNode quantity) {
    return quantity.isNumber()
        ? Optional.of(quantity.decimalValue())
        : Quantity.of(quantity.asText());
  }
}
