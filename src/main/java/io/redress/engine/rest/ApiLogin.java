package io.redress.engine.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Knows a program by Basic, and a person by the session of the web applications, too. */
final class ApiLogin implements AuthenticationProvider {

    private final AuthenticationProvider known;
    private final RefusalAnswers refusals;

    ApiLogin(AuthenticationProvider known, RefusalAnswers refusals) {
        this.known = known;
        this.refusals = refusals;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return known.extractAuthenticatedUser(request, engine);
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Redress\"");
        try {
            refusals.answer(response, HttpStatus.UNAUTHORIZED, "intake.login");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
