package io.redress.engine.schema;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** The engine's own tables, made by the scripts in its jar, so that one tool has the whole schema in hand. */
@Component
final class V1__engine extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        boolean h2 =
                context.getConnection().getMetaData().getDatabaseProductName().equals("H2");
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(
                    context.getConnection(),
                    new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql"
                            .formatted(h2 ? "h2" : "postgres", part)));
        }
    }
}
