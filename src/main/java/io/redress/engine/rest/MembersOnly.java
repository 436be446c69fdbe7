package io.redress.engine.rest;

import io.redress.engine.people.ActingPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets members of some groups through; everybody else is forbidden. Stands behind a login. */
final class MembersOnly extends OncePerRequestFilter {

    private final ActingPerson person;
    private final Predicate<HttpServletRequest> open;
    private final Set<String> groups;

    /** @param open the requests that are for everybody */
    MembersOnly(ActingPerson person, Predicate<HttpServletRequest> open, Set<String> groups) {
        this.person = person;
        this.open = open;
        this.groups = groups;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (open.test(request) || groups.stream().anyMatch(person::in)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
