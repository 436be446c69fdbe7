package io.redress.engine.decision;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import camundajar.impl.scala.util.Right;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The engine's FEEL, but each cell of a decision table is parsed once and the built-in functions are made once, instead of
 * at every evaluation (measured: 30 ms a table). And a cell that names something unknown is a fault instead of a row that
 * never fits: text without quotation marks is the usual slip.
 */
public final class ParsedOnceFeel extends ScalaFeelEngine {

    private static final Set<EvaluationFailureType> UNKNOWN =
            Set.of(EvaluationFailureType.NO_VARIABLE_FOUND$.MODULE$, EvaluationFailureType.NO_FUNCTION_FOUND$.MODULE$);

    /** Far more than all tables have cells; owners' edits over years do not fill the memory. */
    private static final int MOST = 10_000;

    private ParsedOnceFeel() {
        super(List.of());
    }

    /** For the process engine, which adds what it needs. */
    public static DefaultDmnEngineConfiguration decisions() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(ParsedOnceFeel::new);
        return configuration;
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        return new Parser(functions, values);
    }

    // What is deprecated here is what the engine calls, and 7.24 is its last version.
    @SuppressWarnings("deprecation")
    private static final class Parser extends FeelEngine {

        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> unaryTests = new ConcurrentHashMap<>();
        private final FunctionProvider functions;
        private final FeelInterpreter interpreter;

        Parser(CustomFunctionTransformer functions, ValueMapper values) {
            super(functions, values, new Configuration(false), FeelEngineClock.SystemClock$.MODULE$);
            this.functions = new FunctionProvider.CompositeFunctionProvider(
                    CollectionConverters.asScala(List.of(new BuiltinFunctions(clock(), values), functions))
                            .toList());
            this.interpreter = new FeelInterpreter(values);
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return once(expressions, text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return once(unaryTests, text, super::parseUnaryTests);
        }

        @Override
        public Either<Failure, Object> eval(ParsedExpression cell, Context facts) {
            EvalContext context = EvalContext.create(valueMapper(), functions).merge(facts);
            Val value = interpreter.eval(cell.expression(), context);
            if (value instanceof ValError || value instanceof ValFatalError) {
                return failed(cell, value.toString());
            }
            return CollectionConverters.asJava(context.failureCollector().failures()).stream()
                    .filter(failure -> UNKNOWN.contains(failure.failureType()))
                    .findFirst()
                    .map(failure -> failed(cell, failure.failureMessage()))
                    .orElseGet(() -> new Right<>(valueMapper().unpackVal(value)));
        }

        private static Either<Failure, Object> failed(ParsedExpression cell, String why) {
            return new Left<>(new Failure(cell.text() + ": " + why));
        }

        private static Either<Failure, ParsedExpression> once(
                Map<String, Either<Failure, ParsedExpression>> parsed,
                String text,
                Function<String, Either<Failure, ParsedExpression>> parse) {
            if (parsed.size() >= MOST) {
                parsed.clear();
            }
            return parsed.computeIfAbsent(text, parse);
        }
    }
}
