package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * The search space of a search for a neural network's architecture.
 *
 * @param graphConfig the network around what is searched
 * @param operations what each layer can do
 */
public record NasConfig(
    GraphConfig graphConfig, @JsonInclude(JsonInclude.Include.ALWAYS) List<Operation> operations) {

  /** Copies the list. */
  public NasConfig {
    operations = List.copyOf(operations);
  }

  /**
   * The network around what is searched.
   *
   * @param numLayers how many layers it has
   * @param inputSizes the size of its input, by dimension
   * @param outputSizes the size of its output, by dimension
   */
  public record GraphConfig(
      Optional<Integer> numLayers, List<Integer> inputSizes, List<Integer> outputSizes) {

    /** Copies the lists. */
    public GraphConfig {
      inputSizes = List.copyOf(inputSizes);
      outputSizes = List.copyOf(outputSizes);
    }
  }

  /**
   * Something a layer can do.
   *
   * @param operationType what it is, for example {@code convolution}
   * @param parameters what is searched about it
   */
  public record Operation(String operationType, List<Parameter> parameters) {

    /** Copies the list. */
    public Operation {
      parameters = List.copyOf(parameters);
    }
  }
}
