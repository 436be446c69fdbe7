package io.redress.engine.decision;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import camundajar.impl.scala.util.Right;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.DefaultValueMapper;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
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
        return new Parser(
                functions,
                values.copy(CollectionConverters.asScala(Stream.concat(
                                        Stream.of(new ValuesOnly()),
                                        CollectionConverters.asJava(values.customMappers()).stream())
                                .toList())
                        .toList()));
    }

    /** FEEL offers a cell all methods of an object that it does not know: such an object is no value here. */
    private static final class ValuesOnly extends JavaCustomValueMapper {

        private static final int AFTER_JSON_AND_BEFORE_THE_REST = 20;

        @Override
        public int priority() {
            return AFTER_JSON_AND_BEFORE_THE_REST;
        }

        @Override
        public Optional<Val> toValue(Object value, Function<Object, Val> parts) {
            boolean named = value instanceof Map
                    || value instanceof camundajar.impl.scala.collection.Map
                    || value instanceof Context
                    || value instanceof Val;
            boolean object = DefaultValueMapper.instance()
                    .toVal(value, parts::apply)
                    .exists(known -> known instanceof ValContext);
            return object && !named
                    ? Optional.of(new ValError(
                            "a %s is no value".formatted(value.getClass().getSimpleName())))
                    : Optional.empty();
        }

        @Override
        public Optional<Object> unpackValue(Val value, Function<Val, Object> parts) {
            return Optional.empty();
        }
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
