package io.redress.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.digest._apacheCommonsCodec.Base64;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.springframework.http.HttpHeaders;

/** Asks for a login before anything is answered; the engine's own filter leaves its list of engines open. */
final class Login extends ProcessEngineAuthenticationFilter {

    private static final String BASIC = "Basic ";

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
            super.doFilter(named((HttpServletRequest) request), response, chain);
        }
    }

    /** The request, without a login that nobody can have: PostgreSQL can't even be asked whether somebody is called so. */
    private static HttpServletRequest named(HttpServletRequest request) {
        String said = request.getHeader(HttpHeaders.AUTHORIZATION);
        return said != null && said.startsWith(BASIC) && login(said).chars().anyMatch(Character::isISOControl)
                ? new Nameless(request)
                : request;
    }

    /** Read as the engine reads it. */
    private static String login(String said) {
        return new String(Base64.decodeBase64(said.substring(BASIC.length())), Charset.defaultCharset())
                .replaceFirst("(?s):.*", "");
    }

    private static final class Nameless extends HttpServletRequestWrapper {

        Nameless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }
    }

    @Override
    protected boolean requiresEngineAuthentication(String requestUrl) {
        return true;
    }
}
