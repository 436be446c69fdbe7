package io.redress.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;

/** Camunda's starter with the same libraries and nothing of ours: what start-up is measured against. */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
public class BareStarter {

    public static void main(String[] args) {
        SpringApplication.run(BareStarter.class, args);
    }
}
