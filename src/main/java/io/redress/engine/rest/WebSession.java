package io.redress.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who is asking in the web applications before their own filters do: those run last, behind the door that needs to
 * know.
 */
final class WebSession extends OncePerRequestFilter {

    private final IdentityService identities;

    WebSession(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && AuthenticationUtil.getAuthsFromSession(session)
                                .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT)
                        instanceof UserAuthentication known) {
            identities.setAuthentication(known.getIdentityId(), known.getGroupIds(), known.getTenantIds());
        }
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }
}
