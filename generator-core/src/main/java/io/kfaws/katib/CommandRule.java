package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Walk;
import java.util.Set;

/**
 * A container's command and args are lists of arguments: no shell reads them, so what joins
 * commands in a shell is an argument of the first one.
 */
final class CommandRule implements ExperimentRule {
  private static final Set<String> OPERATORS = Set.of("&&", "||", "|", ">", ">>", "2>&1");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    experiment
        .spec()
        .trialTemplate()
        .trialSpec()
        .ifPresent(
            trial -> Walk.through(trial, (at, node) -> validate(node, TRIAL.append(at), findings)));
  }

  private static void validate(JsonNode node, JsonPointer at, Findings findings) {
    for (String key : new String[] {"command", "args"}) {
      JsonNode list = node.path(key);
      for (int i = 0; list.isArray() && i < list.size(); i++) {
        String operator = list.get(i).asText();
        if (OPERATORS.contains(operator)) {
          findings.warning(
              "shell-operator",
              at.appendProperty(key).appendIndex(i),
              operator + " is an argument here: no shell reads this list",
              "write all of it as one text for a shell: command: [sh, -c], args: [\"first "
                  + operator
                  + " second\"]");
        }
      }
    }
  }
}
