package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.kube.Pod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The trials that run at a time fit into the quota of their namespace, and their pods say how much
 * they take of what has one: where cpu or memory has a quota, the API server refuses a pod with a
 * container that says nothing (Kubernetes, "Resource Quotas"; {@code
 * pkg/quota/v1/evaluator/core/pods.go}). A LimitRange could say it for them; kfaws makes none.
 *
 * @param quota the hard limits
 */
record QuotaRules(SortedMap<String, String> quota) implements ExperimentRule {
  private static final String MISSING = "missing-resource-requests";

  /** What a container has to say if there is a quota on it. */
  private static final List<String> NEEDED =
      List.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    Optional<ObjectNode> trial = experiment.spec().trialTemplate().trialSpec();
    if (trial.isEmpty() || quota.isEmpty()) {
      return;
    }
    for (Pod pod : Pod.in(trial.get())) {
      pod.parts().forEach(part -> says(pod, part, findings));
    }
    fits(experiment, trial.get(), findings);
  }

  private void says(Pod pod, Pod.Part part, ExperimentFindings findings) {
    JsonNode resources = part.resources();
    List<String> missing = new ArrayList<>();
    for (String needed : NEEDED) {
      String resource = needed.substring(needed.indexOf('.') + 1);
      boolean said =
          resources.path("limits").has(resource)
              || (needed.startsWith("requests") && resources.path("requests").has(resource));
      if (!said && quota.keySet().stream().anyMatch(name -> counted(name).equals(needed))) {
        missing.add(needed);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    String message =
        "does not say its "
            + String.join(" and ", missing)
            + ", on which the namespace has a quota: the API server refuses such a pod";
    String hint =
        "write resources: {limits: {cpu: \"1\", memory: 1Gi}} with what the trial takes; a limit"
            + " stands for the request, too";
    if (pod.fillsIn().isEmpty()) {
      findings.error(MISSING, TRIAL.append(part.at()), message, hint);
    } else {
      String unless = " unless " + pod.fillsIn() + " gives it some";
      findings.warning(MISSING, TRIAL.append(part.at()), message + unless, hint);
    }
  }

  private void fits(Experiment experiment, ObjectNode trial, ExperimentFindings findings) {
    ResourceRequests demand = ResourceRequests.of(trial);
    BigDecimal parallel = BigDecimal.valueOf(experiment.spec().parallelTrialCount().orElseThrow());
    quota.forEach(
        (name, hard) -> {
          Optional<BigDecimal> most = Quantity.of(hard);
          Optional<BigDecimal> one = Optional.ofNullable(demand.byQuota().get(counted(name)));
          if (most.isPresent() && one.isPresent()) {
            BigDecimal all = one.get().multiply(parallel);
            if (all.compareTo(most.get()) > 0) {
              tooMuch(name, hard, one.get(), all, most.get(), parallel, findings);
            }
          }
        });
  }

  private static void tooMuch(
      String name,
      String hard,
      BigDecimal one,
      BigDecimal all,
      BigDecimal most,
      BigDecimal parallel,
      ExperimentFindings findings) {
    boolean never = one.compareTo(most) > 0;
    findings.warning(
        "quota-exceeded",
        SPEC.appendProperty("parallelTrialCount"),
        (never
                ? "one trial takes " + Quantity.like(hard, one)
                : parallel + " trials at a time take " + Quantity.like(hard, all))
            + " of "
            + name
            + ", and the namespace's quota is "
            + hard,
        never
            ? "no trial can start: let it ask for less, or raise the profile's quota"
            : "write at most "
                + most.divideToIntegralValue(one).toPlainString()
                + ", let trials ask for less, or raise the profile's quota");
  }

  /** The name under which demand is counted: {@code cpu} is short for {@code requests.cpu}. */
  private static String counted(String name) {
    boolean plain =
        name.equals("cpu")
            || name.equals("memory")
            || name.equals("ephemeral-storage")
            || name.startsWith("hugepages-")
            || (name.contains("/")
                && !name.startsWith("count/")
                && !name.matches("(requests|limits)\\..*"));
    if (plain) {
      return "requests." + name;
    }
    return name.equals("count/pods") ? "pods" : name;
  }
}
