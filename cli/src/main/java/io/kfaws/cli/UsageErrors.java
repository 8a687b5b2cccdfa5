package io.kfaws.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a wrong command line: what is wrong, what may have been meant, where the help is. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine commandLine = wrong.getCommandLine();
    String command = commandLine.getCommandSpec().qualifiedName();
    Faults.print(commandLine, message(wrong), hint(wrong) + "run '" + command + " --help'");
    return ExitCodes.USAGE;
  }

  private static String message(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      boolean expected = !wrong.getCommandLine().getSubcommands().isEmpty();
      String what = expected ? "unknown command: '" : "unexpected argument: '";
      return what + unmatched.getUnmatched().get(0) + "'";
    }
    String text = Faults.oneLine(String.valueOf(wrong.getMessage()));
    String open = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return Character.toLowerCase(open.charAt(0)) + open.substring(1);
  }

  private static String hint(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      return suggestions.isEmpty()
          ? ""
          : "did you mean '" + String.join("' or '", suggestions) + "'? Otherwise ";
    }
    return "";
  }
}
