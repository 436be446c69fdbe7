package io.redress.engine.deployment;

import io.redress.engine.deployment.ModelCheck.Kind;
import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Models that process owners deployed before what is in them was refused: said at each start, before anything happens to a
 * case. Those in force, and older versions that cases still run on.
 */
@Component
public class OlderModels {

    private static final Logger LOG = LoggerFactory.getLogger(OlderModels.class);

    private final JdbcClient jdbc;
    private final ModelCheck models;
    private final PackagedContract contract;
    private final Sentences sentences;
    private volatile List<String> refusedToday = List.of();

    OlderModels(JdbcClient jdbc, ModelCheck models, PackagedContract contract, Sentences sentences) {
        this.jdbc = jdbc;
        this.models = models;
        this.contract = contract;
        this.sentences = sentences;
    }

    /** @param content null where it is larger than any that is read */
    private record Model(String file, int version, boolean inForce, long running, byte[] content) {}

    /** Looks through them and says what it finds. */
    public void look() {
        Set<String> forms = new HashSet<>(jdbc.sql("select distinct key_ from act_re_camformdef")
                .query(String.class)
                .list());
        // A file of several processes has several rows, and one thing to be said.
        Set<String> found = new LinkedHashSet<>();
        jdbc.sql("""
                        select model.resource_name_, model.version_, model.version_ = model.newest_ as in_force,
                            coalesce(course.running, 0) as running,
                            case when octet_length(stored.bytes_) <= :largest then stored.bytes_ end as content
                        from (
                            select id_, version_, deployment_id_, resource_name_,
                                max(version_) over (partition by key_) as newest_ from act_re_procdef
                            union all select id_, version_, deployment_id_, resource_name_,
                                max(version_) over (partition by key_) from act_re_decision_def
                            union all select id_, version_, deployment_id_, resource_name_,
                                max(version_) over (partition by key_) from act_re_camformdef) model
                          join act_re_deployment deployment on deployment.id_ = model.deployment_id_
                          join act_ge_bytearray stored on stored.deployment_id_ = model.deployment_id_
                            and stored.name_ = model.resource_name_
                          left join (
                            select proc_def_id_, count(*) as running from act_ru_execution
                            where parent_id_ is null group by proc_def_id_) course on course.proc_def_id_ = model.id_
                        where coalesce(deployment.source_, '') <> :packaged
                          and (model.version_ = model.newest_ or course.running > 0)
                        order by model.resource_name_, model.version_
                        """)
                .param("largest", XmlBounds.LARGEST)
                .param("packaged", PackagedModels.SOURCE)
                .query((row, number) -> said(
                        new Model(
                                row.getString("resource_name_"),
                                row.getInt("version_"),
                                row.getBoolean("in_force"),
                                row.getLong("running"),
                                row.getBytes("content")),
                        forms))
                .list()
                .forEach(found::addAll);
        found.forEach(LOG::warn);
        refusedToday = List.copyOf(found);
    }

    /** As it was at the last start. */
    List<String> refusedToday() {
        return refusedToday;
    }

    private List<String> said(Model model, Set<String> forms) {
        List<String> said = new ArrayList<>();
        List<String> findings = findings(model, forms);
        if (!findings.isEmpty()) {
            say(said, Kind.of(model.file()) == Kind.FORM ? "gate.older-form" : "gate.older-model", model, findings);
        } else if (model.inForce()) {
            List<String> broken = contract.broken(model.file(), model.content());
            if (!broken.isEmpty()) {
                say(said, "gate.older-contract", model, broken);
            }
        }
        return said;
    }

    private List<String> findings(Model model, Set<String> forms) {
        if (model.content() == null) {
            return List.of(sentences.say("gate.deploy-too-large"));
        }
        try {
            return models.findings(model.file(), model.content(), forms::contains, contract::isRoute);
        } catch (RuntimeException e) {
            // Whatever is wrong with one file, the application starts, and says which one it is.
            LOG.debug("Could not look through {}", model.file(), e);
            return List.of(sentences.say("gate.deploy-unreadable"));
        }
    }

    private void say(List<String> said, String sentence, Model model, List<String> findings) {
        said.add(sentences.say(sentence, model.file(), model.version(), model.running(), String.join(" ", findings)));
    }
}
