package io.redress.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Which scripts the pages of Tasklist, Cockpit and Admin run: those that carry the nonce of that very answer. Camunda keeps one
 * nonce for the whole server, so that of two pages that are opened at the same moment one runs nothing and stays blank; here each
 * answer has its own.
 */
final class PageScripts implements Filter {

    /** What Camunda reads the nonce from, and writes into its pages. */
    private static final String ATTRIBUTE = "org.camunda.bpm.csp.nonce";

    private static final String PLACE = "the-nonce-of-this-answer";

    /** The pages themselves, by their addresses; everything below them has an ending. */
    private static final Pattern PAGE = Pattern.compile("/camunda/app/[^.]*");

    private static final String POLICY = "base-uri 'self'; default-src 'self';"
            + " script-src 'nonce-" + PLACE + "' 'strict-dynamic' 'unsafe-eval' 'self';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; block-all-mixed-content; form-action 'self';"
            + " frame-ancestors 'none'; object-src 'none';"
            + " sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads";

    private static final int BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    PageScripts(ServletContext server) {
        server.setAttribute(ATTRIBUTE, PLACE);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String nonce = nonce();
        HttpServletResponse told = (HttpServletResponse) response;
        told.setHeader("Content-Security-Policy", POLICY.replace(PLACE, nonce));
        if (!PAGE.matcher(((HttpServletRequest) request).getServletPath()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(told);
        chain.doFilter(request, page);
        // Whatever it is written in: the place is plain, and every byte reads back to itself.
        byte[] written = new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1)
                .replace(PLACE, nonce)
                .getBytes(StandardCharsets.ISO_8859_1);
        if (!told.isCommitted()) {
            told.setContentLength(written.length);
            told.getOutputStream().write(written);
        }
    }

    private String nonce() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
