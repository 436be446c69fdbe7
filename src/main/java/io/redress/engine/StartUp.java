package io.redress.engine;

import io.redress.engine.deployment.OlderModels;
import io.redress.engine.deployment.OwnersModels;
import io.redress.engine.deployment.PackagedModels;
import io.redress.engine.people.PeopleSetup;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done once at every start, before the first request and the first job: people, then models. Two nodes that start
 * at once take turns at the row they lock.
 */
@Component
class StartUp implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PeopleSetup people;
    private final PackagedModels packaged;
    private final OwnersModels owners;
    private final OlderModels older;

    StartUp(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            PeopleSetup people,
            PackagedModels packaged,
            OwnersModels owners,
            OlderModels older) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.people = people;
        this.packaged = packaged;
        this.owners = owners;
        this.older = older;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from start_up where id = 1 for update")
                    .query(Integer.class)
                    .single();
            people.apply();
            older.look();
            packaged.deploy();
            owners.followLanguage();
        });
    }
}
