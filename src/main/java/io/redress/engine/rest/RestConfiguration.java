package io.redress.engine.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.engine.people.ActingPerson;
import io.redress.language.Sentences;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters before engine-rest, the web applications' interfaces and the actuator, in the order they run. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    private static final String ENGINE_REST = "/engine-rest/*";
    private static final String WEB_APPLICATIONS = "/camunda/api/*";
    private static final String ACTUATOR = "/actuator/*";

    @Bean
    FilterRegistrationBean<Refusals> refusals(Sentences sentences, ObjectMapper json) {
        return filter(1, new Refusals(sentences, json), ENGINE_REST, WEB_APPLICATIONS);
    }

    @Bean
    FilterRegistrationBean<Filter> basicLogin() {
        FilterRegistrationBean<Filter> registration =
                filter(2, new BasicLogin(), ENGINE_REST, "/api/*");
        registration.setInitParameters(login());
        return registration;
    }

    /** Health and info are for all, the rest of the actuator for administrators. */
    @Bean
    FilterRegistrationBean<Filter> actuatorLogin(ActingPerson person) {
        AdministratorsOnly administrators = new AdministratorsOnly(person);
        FilterRegistrationBean<Filter> registration = filter(
                2,
                new ProcessEngineAuthenticationFilter() {
                    @Override
                    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                            throws IOException, ServletException {
                        if (((HttpServletRequest) request).getRequestURI().matches("/actuator/(health|info)(/[a-z]+)?")) {
                            chain.doFilter(request, response);
                        } else {
                            super.doFilter(
                                    request,
                                    response,
                                    (asked, answer) -> administrators.doFilter(asked, answer, chain));
                        }
                    }
                },
                ACTUATOR,
                "/actuator");
        registration.setInitParameters(login());
        return registration;
    }

    @Bean
    FilterRegistrationBean<RestDoor> restDoor(ActingPerson person, Sentences sentences, ObjectMapper json) {
        FilterRegistrationBean<RestDoor> registration =
                filter(3, new RestDoor(person, sentences, json), ENGINE_REST, WEB_APPLICATIONS);
        // Behind the web applications' own filters, which say who is asking.
        registration.setMatchAfter(true);
        return registration;
    }

    private static Map<String, String> login() {
        // The empty prefix makes the filter look for no engine's name in the path.
        return Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                HttpBasicAuthenticationProvider.class.getName(),
                ProcessEngineAuthenticationFilter.SERVLET_PATH_PREFIX,
                "");
    }

    private static <T extends Filter> FilterRegistrationBean<T> filter(int order, T filter, String... paths) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(order);
        registration.setAsyncSupported(true);
        return registration;
    }
}
