package io.redress.people;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may log in after the first start.
 *
 * @param demo made-up people with a known password, on this computer only
 * @param demoConfirm said a second time, because the database is a real one
 * @param adminPassword of the first administrator, {@code admin}; needed once, while there is none
 */
@ConfigurationProperties(prefix = "redress")
public record PeopleProperties(boolean demo, boolean demoConfirm, String adminPassword) {

    /** Without the password: settings are printed in logs. */
    @Override
    public String toString() {
        return "PeopleProperties[demo=" + demo + ", demoConfirm=" + demoConfirm + "]";
    }
}
