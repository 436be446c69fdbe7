package io.redress.engine.rest;

import io.redress.engine.people.ActingPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** What is left of the actuator once health and info are open to all. */
final class AdministratorsOnly extends OncePerRequestFilter {

    private final ActingPerson person;

    AdministratorsOnly(ActingPerson person) {
        this.person = person;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (person.administers()) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
