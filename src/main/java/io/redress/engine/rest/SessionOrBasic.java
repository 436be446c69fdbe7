package io.redress.engine.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Knows a person by the session of the web applications, so that whoever works in Tasklist can open our pages, or by
 * Basic. A session is good for reading, and for writing together with a header that no foreign page can make a browser
 * send, or with the session’s own token: the session alone it can.
 */
public final class SessionOrBasic implements AuthenticationProvider {

    private static final String OWN_HEADER = "Idempotency-Key";

    private final HttpBasicAuthenticationProvider basic = new HttpBasicAuthenticationProvider();

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        HttpSession session = request.getSession(false);
        if (session != null
                && (request.getMethod().equals("GET")
                        || request.getHeader(OWN_HEADER) != null
                        || bearsToken(request, session))
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            Authentication known =
                    AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName());
            if (known != null && exists(known.getIdentityId(), engine)) {
                return AuthenticationResult.successful(known.getIdentityId());
            }
        }
        return basic.extractAuthenticatedUser(request, engine);
    }

    /** Answers with the page that leads to the login; asked for Basic, a browser would keep the password and send it. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Session realm=\"Redress\"");
        try {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token that the web applications themselves ask for, and that only their own pages can read. */
    private static boolean bearsToken(HttpServletRequest request, HttpSession session) {
        return session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token
                && request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME) != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME).getBytes(StandardCharsets.UTF_8));
    }

    /** Sessions outlive people. */
    private static boolean exists(String user, ProcessEngine engine) {
        return engine.getIdentityService().createUserQuery().userId(user).count() == 1;
    }
}
