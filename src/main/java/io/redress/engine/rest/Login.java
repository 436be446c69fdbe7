package io.redress.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Predicate;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** Asks for a login before anything is answered; the engine's own filter leaves its list of engines open. */
final class Login extends ProcessEngineAuthenticationFilter {

    private final Predicate<HttpServletRequest> open;

    /** @param open the requests that need no login */
    Login(AuthenticationProvider provider, Predicate<HttpServletRequest> open) {
        this.open = open;
        this.authenticationProvider = provider;
    }

    /** The provider is given already; the engine's filter would make one from a class name. */
    @Override
    public void init(FilterConfig configuration) {
        servletPathPrefix = "";
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (open.test((HttpServletRequest) request)) {
            chain.doFilter(request, response);
        } else {
            super.doFilter(request, response, chain);
        }
    }

    @Override
    protected boolean requiresEngineAuthentication(String requestUrl) {
        return true;
    }
}
