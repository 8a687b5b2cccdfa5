package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.kube.Pod;
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
    for (Pod pod : Pod.in(trial)) {
      BigDecimal count = BigDecimal.valueOf(pod.count());
      SortedMap<String, BigDecimal> one = of(pod);
      one.put("pods", BigDecimal.ONE);
      one.forEach((name, amount) -> all.merge(name, amount.multiply(count), BigDecimal::add));
    }
    return new ResourceRequests(all);
  }

  private static SortedMap<String, BigDecimal> of(Pod pod) {
    SortedMap<String, BigDecimal> running = new TreeMap<>();
    SortedMap<String, BigDecimal> most = new TreeMap<>();
    for (Pod.Part part : pod.parts()) {
      SortedMap<String, BigDecimal> its = amounts(part.resources());
      if (part.isInit() && !part.container().path("restartPolicy").asText().equals("Always")) {
        its.forEach((name, amount) -> most.merge(name, amount, BigDecimal::max));
      } else {
        its.forEach((name, amount) -> running.merge(name, amount, BigDecimal::add));
      }
    }
    running.forEach((name, amount) -> most.merge(name, amount, BigDecimal::max));
    return most;
  }

  /** A limit without a request counts as the request, too. */
  private static SortedMap<String, BigDecimal> amounts(JsonNode resources) {
    SortedMap<String, BigDecimal> amounts = new TreeMap<>();
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
