package io.redress.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what asks our pages and interfaces by a number, an id or a login with control characters in it: nothing is called
 * so, and PostgreSQL fails over the first of them.
 */
final class PlainParameters extends OncePerRequestFilter {

    /** What people write or paste; it is cleaned where it is read. */
    private static final Set<String> WORDS = Set.of("q", "name", "shows");

    /** They look at what they are asked themselves. */
    private static final String ENGINE = "/(camunda|engine-rest|actuator)(/.*)?";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches(ENGINE) && (!plain(path) || !parameters(request).allMatch(PlainParameters::plain))) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Stream<String> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> !WORDS.contains(parameter.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(Arrays::stream);
    }

    private static boolean plain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
