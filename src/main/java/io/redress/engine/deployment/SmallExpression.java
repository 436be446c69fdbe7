package io.redress.engine.deployment;

import io.redress.engine.deadline.DeadlineExpressions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What a diagram may compute: variables, literals, comparisons, and, or, not, a choice, and one question to the deadlines, such
 * as {@code ${deadlines.due(execution, 'APPROVAL')}}. Read as the engine reads it, wherever in the file it stands.
 */
final class SmallExpression {

    /** Longer ones belong into a step; and the reader of expressions goes a level deeper for each parenthesis. */
    private static final int LONGEST = 500;

    private static final Builder JUEL = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private static final Set<Class<?>> ALLOWED = Set.of(
            AstComposite.class,
            AstText.class,
            AstEval.class,
            AstNested.class,
            AstBinary.class,
            AstUnary.class,
            AstChoice.class,
            AstNumber.class,
            AstString.class,
            AstBoolean.class,
            AstNull.class);

    /** As the tree writes itself, whatever spaces and quotation marks the owner chose. */
    private static final Pattern DEADLINES =
            Pattern.compile("deadlines\\.(?<question>\\w+)\\(execution(?<kind>, '[A-Z_]+')?\\)");

    /** By the name of the question, whether it is about one kind of deadline. */
    private static final Map<String, Boolean> QUESTIONS = Arrays.stream(DeadlineExpressions.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .collect(Collectors.toUnmodifiableMap(Method::getName, method -> method.getParameterCount() == 2));

    /** In one word, as those look for it who keep the timers: a timer that they don't find is not moved with its deadline. */
    private static final Pattern ASUNDER = Pattern.compile("deadlines\\s+\\.|deadlines\\.\\s|deadlines\\.\\w+\\s+\\(");

    private static final Pattern ASKED =
            Pattern.compile("deadlines\\.(\\w+)\\(\\s*execution\\s*(?:,\\s*['\"](\\w*)['\"]\\s*)?\\)");

    /** What the engine, not the case, would answer. */
    private static final Set<String> RESERVED = Set.of(
            "execution",
            "task",
            "externalTask",
            "caseExecution",
            "variableScope",
            "authenticatedUserId",
            "processEngine",
            "deadlines");

    private static final String STEP = "Delegate";

    private SmallExpression() {}

    /** Whether the engine would compute something there. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What an expression asks the deadlines: {@code overdue}, for example. */
    static Set<String> questions(String text) {
        return asked(text, 1);
    }

    /** The kinds of deadlines that an expression asks about. */
    static Set<String> deadlines(String text) {
        return asked(text, 2);
    }

    private static Set<String> asked(String text, int part) {
        return isIn(text)
                ? ASKED.matcher(text)
                        .results()
                        .map(asked -> asked.group(part))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    static boolean isAllowed(String text) {
        if (!isIn(text)) {
            return true;
        }
        if (text.length() > LONGEST || ASUNDER.matcher(text).find()) {
            return false;
        }
        try {
            return isAllowed(JUEL.build(text).getRoot());
        } catch (TreeBuilderException e) {
            return false;
        }
    }

    private static boolean isAllowed(Node node) {
        if (node instanceof AstIdentifier variable) {
            return !RESERVED.contains(variable.getName()) && !variable.getName().endsWith(STEP);
        }
        if (node instanceof AstMethod question) {
            Matcher asked = DEADLINES.matcher(question.getStructuralId(null));
            return asked.matches()
                    && Objects.equals(QUESTIONS.get(asked.group("question")), asked.group("kind") != null);
        }
        return ALLOWED.contains(node.getClass())
                && IntStream.range(0, node.getCardinality())
                        .mapToObj(node::getChild)
                        .allMatch(SmallExpression::isAllowed);
    }
}
