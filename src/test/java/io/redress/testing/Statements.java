package io.redress.testing;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Listens to what is asked of the database, one statement for each set of parameters; what jobs ask beside the work is not heard. */
@TestComponent
public class Statements implements BeanPostProcessor, QueryExecutionListener {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    /** Asked every two seconds in a demo, whatever else is done. */
    private static final String BESIDE = "demo_time";

    /** The engine's job executor ends the job it is at, also after it was told to stop. */
    private static final String JOB_THREADS = "camundaTaskExecutor-";

    /** What a piece of work asked; counts are of statements, and of those that write a row. */
    public record Cost(List<String> statements) {

        public long writes() {
            return statements.stream()
                    .filter(statement ->
                            statement.toLowerCase(Locale.ROOT).matches("(?s)\\s*(insert|update|delete|merge).*"))
                    .count();
        }
    }

    /** Does the work and tells what was asked meanwhile; the job executor should stand still, that it takes no job of this work. */
    public Cost of(Runnable work) {
        heard.clear();
        listening = true;
        try {
            work.run();
        } finally {
            listening = false;
        }
        return new Cost(List.copyOf(heard));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (listening && !Thread.currentThread().getName().startsWith(JOB_THREADS)) {
            queries.stream()
                    .filter(query -> !query.getQuery().contains(BESIDE))
                    .forEach(query -> query.getParametersList().forEach(parameters -> heard.add(query.getQuery())));
        }
    }
}
