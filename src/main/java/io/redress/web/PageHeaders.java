package io.redress.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;

/**
 * What browsers are told with each of our pages and answers: to run, load and ask nothing but ours, to guess no types, to name
 * no case to others, and to show nothing within a page of others. What says more of itself, as a file does, is heard instead.
 */
final class PageHeaders implements Filter {

    /** Our pages have their scripts and styles in files, and no picture but their own. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            // The number of a case stands in addresses.
            "Referrer-Policy", "same-origin",
            "X-Frame-Options", "DENY");

    /** Its own filter speaks for them; an error page is ours wherever the error was. */
    private static final String WEB_APPLICATIONS = "/camunda/";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.ERROR
                && ((HttpServletRequest) request).getServletPath().startsWith(WEB_APPLICATIONS)) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse told = (HttpServletResponse) response;
        HEADERS.forEach(told::setHeader);
        chain.doFilter(request, new Once(told));
    }

    /** Each of these stands there once: of two policies a browser would heed both. */
    private static final class Once extends HttpServletResponseWrapper {

        Once(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (HEADERS.containsKey(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
