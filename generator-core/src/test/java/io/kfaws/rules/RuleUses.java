package io.kfaws.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import io.kfaws.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The rule ids that main code uses, and the packages that use them, read from the sources.
 *
 * <p>An id is what is handed to a parameter named {@code rule}: a text, a constant, a choice of
 * these, or what a method without arguments returns. What cannot be read is a line of {@link
 * #unread}, so that no id hides.
 */
final class RuleUses {
  private static final String PARAMETER = "rule";

  private final SortedMap<String, Set<String>> packagesById = new TreeMap<>();
  private final List<String> unread = new ArrayList<>();

  private final List<Taker> takers = new ArrayList<>();

  private final List<CompilationUnitTree> units = new ArrayList<>();

  /**
   * A method, constructor or record that takes an id.
   *
   * @param call its name and the number of its parameters
   * @param index which of them is the id
   * @param unit the file that declares it
   */
  private record Taker(String call, int index, Set<Modifier> modifiers, CompilationUnitTree unit) {

    boolean isSeenFrom(CompilationUnitTree other) {
      if (modifiers.contains(Modifier.PRIVATE)) {
        return unit.equals(other);
      }
      return modifiers.contains(Modifier.PUBLIC) || packageOf(unit).equals(packageOf(other));
    }
  }

  RuleUses() throws IOException {
    parse();
    units.forEach(unit -> unit.accept(new Takers(unit), null));
    for (CompilationUnitTree unit : units) {
      new Uses(unit).scan(unit, null);
    }
  }

  /** Each id with the packages in which it is used, without {@code io.kfaws.}. */
  SortedMap<String, Set<String>> packagesById() {
    return packagesById;
  }

  /** The places at which an id is handed on in a way that is not understood. */
  List<String> unread() {
    return unread;
  }

  private void parse() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      task.parse().forEach(units::add);
    }
  }

  private static Collection<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("generator-core", "maven-plugin", "cli")) {
      try (Stream<Path> walk = Files.walk(Cases.ROOT.resolve(module + "/src/main/java"))) {
        walk.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  /** Finds methods, constructors and records that take an id. */
  private final class Takers extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;

    Takers(CompilationUnitTree unit) {
      this.unit = unit;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      String name = type.getSimpleName().toString();
      if (type.getKind() == Tree.Kind.RECORD) {
        // The canonical constructor is not written; the parser shows the components as fields.
        List<VariableTree> components =
            type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .toList();
        add(name, components, type.getModifiers().getFlags());
      }
      for (Tree member : type.getMembers()) {
        if (member instanceof MethodTree method) {
          boolean made = method.getName().contentEquals("<init>");
          add(
              made ? name : method.getName().toString(),
              method.getParameters(),
              method.getModifiers().getFlags());
        }
      }
      return super.visitClass(type, null);
    }

    private void add(
        String name, List<? extends VariableTree> parameters, Set<Modifier> modifiers) {
      for (int i = 0; i < parameters.size(); i++) {
        VariableTree parameter = parameters.get(i);
        if (parameter.getName().contentEquals(PARAMETER)
            && parameter.getType().toString().equals("String")) {
          takers.add(new Taker(name + "/" + parameters.size(), i, modifiers, unit));
        }
      }
    }
  }

  /** Reads what is handed to them. */
  private final class Uses extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final String name;

    Uses(CompilationUnitTree unit) {
      this.unit = unit;
      this.name = packageOf(unit);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      ExpressionTree select = call.getMethodSelect();
      String method =
          select instanceof MemberSelectTree member
              ? member.getIdentifier().toString()
              : select.toString();
      boolean own = select instanceof IdentifierTree;
      takers.stream()
          .filter(taker -> !own || taker.unit().equals(unit))
          .filter(taker -> own || !taker.modifiers().contains(Modifier.PRIVATE))
          .forEach(taker -> read(taker, method, call.getArguments()));
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void unused) {
      takers.forEach(taker -> read(taker, made.getIdentifier().toString(), made.getArguments()));
      return super.visitNewClass(made, null);
    }

    private void read(Taker taker, String call, List<? extends ExpressionTree> arguments) {
      if (taker.call().equals(call + "/" + arguments.size()) && taker.isSeenFrom(unit)) {
        read(arguments.get(taker.index()));
      }
    }

    private void read(ExpressionTree id) {
      if (id instanceof LiteralTree literal && literal.getValue() instanceof String text) {
        packagesById.computeIfAbsent(text, key -> new TreeSet<>()).add(name);
      } else if (id instanceof ParenthesizedTree inner) {
        read(inner.getExpression());
      } else if (id instanceof ConditionalExpressionTree either) {
        read(either.getTrueExpression());
        read(either.getFalseExpression());
      } else if (id instanceof SwitchExpressionTree choice) {
        yields(choice).forEach(this::read);
      } else if (id instanceof IdentifierTree variable) {
        readVariable(variable);
      } else if (id instanceof MemberSelectTree constant) {
        readConstant(constant);
      } else if (id instanceof MethodInvocationTree call && call.getArguments().isEmpty()) {
        readResult(call);
      } else {
        unread.add(unit.getSourceFile().getName() + ": " + id);
      }
    }

    private List<ExpressionTree> yields(SwitchExpressionTree choice) {
      List<ExpressionTree> yields = new ArrayList<>();
      choice.accept(
          new TreeScanner<Void, Void>() {
            @Override
            public Void visitCase(CaseTree branch, Void unused) {
              if (branch.getBody() instanceof ExpressionTree value) {
                yields.add(value);
                return null;
              }
              return super.visitCase(branch, null);
            }

            @Override
            public Void visitYield(YieldTree yield, Void unused) {
              yields.add(yield.getValue());
              return null;
            }
          },
          null);
      return yields;
    }

    /** A variable that is handed on was read where it was handed in. */
    private void readVariable(IdentifierTree variable) {
      if (variable.getName().contentEquals(PARAMETER)) {
        return;
      }
      List<ExpressionTree> values = values(unit, variable.getName().toString());
      if (values.isEmpty()) {
        unread.add(unit.getSourceFile().getName() + ": " + variable);
      }
      values.forEach(this::read);
    }

    private void readConstant(MemberSelectTree constant) {
      Optional<CompilationUnitTree> home = unitOf(constant.getExpression().toString());
      List<ExpressionTree> values =
          home.map(owner -> values(owner, constant.getIdentifier().toString())).orElse(List.of());
      if (values.isEmpty()) {
        unread.add(unit.getSourceFile().getName() + ": " + constant);
      }
      values.forEach(this::read);
    }

    /** What {@code rule()} of another finding returns is known; other methods are read. */
    private void readResult(MethodInvocationTree call) {
      boolean own = call.getMethodSelect() instanceof IdentifierTree;
      String method =
          call.getMethodSelect() instanceof MemberSelectTree member
              ? member.getIdentifier().toString()
              : call.getMethodSelect().toString();
      if (method.equals(PARAMETER) && !own) {
        return;
      }
      int before = unread.size();
      boolean found = false;
      for (CompilationUnitTree other : units) {
        if (own ? other.equals(unit) : packageOf(other).equals(name)) {
          found |= new Uses(other).readReturns(method);
        }
      }
      if (!found && unread.size() == before) {
        unread.add(unit.getSourceFile().getName() + ": " + call);
      }
    }

    private boolean readReturns(String method) {
      boolean[] found = {false};
      unit.accept(
          new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void unused) {
              if (type.getKind() == Tree.Kind.ENUM && isOwnName(type, method)) {
                found[0] = true;
                constants(type)
                    .forEach(
                        id -> packagesById.computeIfAbsent(id, key -> new TreeSet<>()).add(name));
                return null;
              }
              return super.visitClass(type, null);
            }

            @Override
            public Void visitMethod(MethodTree declared, Void unused) {
              if (declared.getName().contentEquals(method) && declared.getParameters().isEmpty()) {
                returns(declared).forEach(Uses.this::read);
                found[0] |= !returns(declared).isEmpty();
              }
              return null;
            }
          },
          null);
      return found[0];
    }

    /** Whether the method of an enum makes the id of the constant's name. */
    private boolean isOwnName(ClassTree type, String method) {
      return type.getMembers().stream()
          .filter(MethodTree.class::isInstance)
          .map(MethodTree.class::cast)
          .filter(member -> member.getName().contentEquals(method))
          .anyMatch(member -> returns(member).toString().startsWith("[name().toLowerCase("));
    }

    private List<String> constants(ClassTree type) {
      return type.getMembers().stream()
          .filter(VariableTree.class::isInstance)
          .map(VariableTree.class::cast)
          .filter(field -> field.getType().toString().equals(type.getSimpleName().toString()))
          .map(field -> field.getName().toString().toLowerCase(Locale.ROOT))
          .map(field -> field.replace('_', '-'))
          .toList();
    }
  }

  private static List<ExpressionTree> returns(MethodTree method) {
    List<ExpressionTree> returns = new ArrayList<>();
    method.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitReturn(ReturnTree statement, Void unused) {
            returns.add(statement.getExpression());
            return null;
          }
        },
        null);
    return returns;
  }

  /** What is ever assigned to a variable or a field of this name in the file. */
  private static List<ExpressionTree> values(CompilationUnitTree unit, String variable) {
    List<ExpressionTree> values = new ArrayList<>();
    unit.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitVariable(VariableTree declared, Void unused) {
            if (declared.getName().contentEquals(variable) && declared.getInitializer() != null) {
              values.add(declared.getInitializer());
            }
            return super.visitVariable(declared, null);
          }

          @Override
          public Void visitAssignment(AssignmentTree assignment, Void unused) {
            if (assignment.getVariable().toString().equals(variable)) {
              values.add(assignment.getExpression());
            }
            return super.visitAssignment(assignment, null);
          }
        },
        null);
    return values;
  }

  private Optional<CompilationUnitTree> unitOf(String type) {
    return units.stream()
        .filter(unit -> unit.getSourceFile().getName().endsWith("/" + type + ".java"))
        .findFirst();
  }

  private static String packageOf(CompilationUnitTree unit) {
    String name = String.valueOf(unit.getPackageName());
    return name.equals("io.kfaws") ? "" : name.substring("io.kfaws.".length());
  }
}
