package io.redress.engine.rest;

import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** Asks for a login before anything of engine-rest, the list of engines included, and of our own interfaces. */
final class BasicLogin extends ProcessEngineAuthenticationFilter {

    @Override
    protected boolean requiresEngineAuthentication(String requestUrl) {
        return true;
    }
}
