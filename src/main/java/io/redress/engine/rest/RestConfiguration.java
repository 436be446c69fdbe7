package io.redress.engine.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.engine.people.ActingPerson;
import io.redress.language.Sentences;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters before engine-rest, the web applications' interfaces, the actuator and our pages, in the order they run. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    private static final String ENGINE_REST = "/engine-rest/*";
    private static final String WEB_APPLICATIONS = "/camunda/api/*";
    private static final String[] ACTUATOR = {"/actuator", "/actuator/*"};
    private static final String[] CASES = {"/cases", "/cases/*", "/api/cases/*"};
    private static final String[] TASKS = {"/api/tasks/*", "/api/attachments/*", "/api/papers/*"};
    private static final String[] INTAKE = {"/api/complaints", "/api/complaints/*", "/api/openapi.json"};
    private static final String[] PAPERS = {"/papers/*"};
    private static final String[] DEADLINES = {"/calculator", "/api/deadlines/*", "/api/calendars/*"};

    private static final String[] DECLARATIONS = {"/declarations"};

    private static final String[] PAYMENTS = {"/payments", "/payments/*"};

    private static final String[] MERCHANTS = {"/merchants"};
    private static final String[] MERCHANTS_TABLE = {"/api/merchants"};
    private static final String[] POLICIES = {"/policies"};
    private static final String[] POLICIES_TABLE = {"/api/policies"};
    private static final String[] INJURIES = {"/injuries", "/injuries/*"};
    private static final String[] OWN_CASES = {"/own-cases"};

    /** Which pages somebody may open. */
    private static final String[] PAGES = {"/api/pages"};

    /** The start page is for everybody, and knows who has logged in. */
    private static final String START = "";

    private static final String[] DEMO_TIME = {"/demo-time", "/api/demo-time"};

    private static final Predicate<HttpServletRequest> NOTHING = request -> false;
    private static final Predicate<HttpServletRequest> HEALTH_AND_INFO =
            request -> request.getRequestURI().matches("/actuator/(health|info)(/[a-z]+)?");

    private static final Set<String> WHO_PLAN = Set.of(ActingPerson.PROCESS_OWNER, Groups.CAMUNDA_ADMIN);

    @Bean
    FilterRegistrationBean<Filter> refusals(ActingPerson person, Sentences sentences, ObjectMapper json) {
        return filter(2, new ErrorResponseFilter(person, sentences, json), ENGINE_REST, WEB_APPLICATIONS);
    }

    @Bean
    FilterRegistrationBean<Filter> restLogin() {
        return filter(1, new Login(new HttpBasicAuthenticationProvider(), NOTHING), ENGINE_REST);
    }

    @Bean
    FilterRegistrationBean<Filter> pageLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), CASES);
    }

    /** Who may read the task is asked of the engine; papers are read by whoever may read one of their case. */
    @Bean
    FilterRegistrationBean<Filter> taskLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), TASKS);
    }

    /** Who may post is asked where complaints are registered. */
    @Bean
    FilterRegistrationBean<Filter> intakeLogin(Sentences sentences, ObjectMapper json) {
        return filter(
                1, new Login(new ApiLogin(new SessionOrBasic(), new RefusalAnswers(sentences, json)), NOTHING), INTAKE);
    }

    @Bean
    FilterRegistrationBean<Filter> deadlinesLogin() {
        return filter(2, new Login(new SessionOrBasic(), NOTHING), DEADLINES);
    }

    @Bean
    FilterRegistrationBean<Filter> deadlinesForOwners(ActingPerson person) {
        return filter(3, new MembersOnly(person, NOTHING, WHO_PLAN), DEADLINES);
    }

    @Bean
    FilterRegistrationBean<Filter> declarationsLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), DECLARATIONS);
    }

    @Bean
    FilterRegistrationBean<Filter> declarationsForTheDesk(ActingPerson person) {
        return filter(2, new MembersOnly(person, NOTHING, ActingPerson.WHO_LOOK_DECLARATIONS_UP), DECLARATIONS);
    }

    @Bean
    FilterRegistrationBean<Filter> paymentsLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), PAYMENTS);
    }

    @Bean
    FilterRegistrationBean<Filter> paymentsForFinance(ActingPerson person) {
        return filter(2, new MembersOnly(person, NOTHING, ActingPerson.WHO_SEE_PAYMENTS), PAYMENTS);
    }

    @Bean
    FilterRegistrationBean<Filter> merchantsLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), MERCHANTS);
    }

    @Bean
    FilterRegistrationBean<Filter> merchantsForTheHouse(ActingPerson person) {
        return filter(2, new MembersOnly(person, NOTHING, ActingPerson.WHO_KNOW_MERCHANTS), MERCHANTS);
    }

    @Bean
    FilterRegistrationBean<Filter> merchantsTableLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), MERCHANTS_TABLE);
    }

    /** It says who logs in for whom. */
    @Bean
    FilterRegistrationBean<Filter> merchantsTableForAdministrators(ActingPerson person) {
        return filter(2, new MembersOnly(person, NOTHING, Set.of(Groups.CAMUNDA_ADMIN)), MERCHANTS_TABLE);
    }

    @Bean
    FilterRegistrationBean<Filter> policiesLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), POLICIES);
    }

    @Bean
    FilterRegistrationBean<Filter> policiesForTheHouse(ActingPerson person) {
        return filter(2, new MembersOnly(person, NOTHING, ActingPerson.WHO_KNOW_POLICIES), POLICIES);
    }

    @Bean
    FilterRegistrationBean<Filter> policiesTableLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), POLICIES_TABLE);
    }

    @Bean
    FilterRegistrationBean<Filter> policiesTableForAdministrators(ActingPerson person) {
        return filter(2, new MembersOnly(person, NOTHING, Set.of(Groups.CAMUNDA_ADMIN)), POLICIES_TABLE);
    }

    /** Who may read which is asked there: a case may be open to further groups. */
    @Bean
    FilterRegistrationBean<Filter> injuriesLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), INJURIES);
    }

    @Bean
    FilterRegistrationBean<Filter> ownCasesLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), OWN_CASES);
    }

    @Bean
    FilterRegistrationBean<Filter> ownCasesForMerchants(ActingPerson person) {
        return filter(2, new MembersOnly(person, NOTHING, Set.of(io.redress.people.Groups.MERCHANTS)), OWN_CASES);
    }

    @Bean
    FilterRegistrationBean<Filter> pagesLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), PAGES);
    }

    @Bean
    FilterRegistrationBean<Filter> demoTimeLogin() {
        return filter(1, new Login(new SessionOrBasic(), NOTHING), DEMO_TIME);
    }

    @Bean
    FilterRegistrationBean<Filter> demoTimeForAdministrators(ActingPerson person) {
        return filter(2, new MembersOnly(person, NOTHING, Set.of(Groups.CAMUNDA_ADMIN)), DEMO_TIME);
    }

    @Bean
    FilterRegistrationBean<Filter> papersLogin() {
        return filter(2, new Login(new SessionOrBasic(), NOTHING), PAPERS);
    }

    @Bean
    FilterRegistrationBean<Filter> papersForOwners(ActingPerson person) {
        return filter(3, new MembersOnly(person, NOTHING, WHO_PLAN), PAPERS);
    }

    @Bean
    FilterRegistrationBean<Filter> actuatorLogin() {
        return filter(1, new Login(new HttpBasicAuthenticationProvider(), HEALTH_AND_INFO), ACTUATOR);
    }

    @Bean
    FilterRegistrationBean<Filter> actuatorForAdministrators(ActingPerson person) {
        return filter(2, new MembersOnly(person, HEALTH_AND_INFO, Set.of(Groups.CAMUNDA_ADMIN)), ACTUATOR);
    }

    @Bean
    FilterRegistrationBean<Filter> casesForCustomerService(ActingPerson person) {
        return filter(2, new MembersOnly(person, NOTHING, ActingPerson.WHO_OPEN_CASES), CASES);
    }

    @Bean
    FilterRegistrationBean<Filter> webSession(IdentityService identities) {
        return filter(1, new WebSession(identities), WEB_APPLICATIONS, START);
    }

    @Bean
    FilterRegistrationBean<Filter> restDoor(ActingPerson person, Sentences sentences, ObjectMapper json) {
        return filter(3, new RestDoor(person, new RefusalAnswers(sentences, json)), ENGINE_REST, WEB_APPLICATIONS);
    }

    @Bean
    FilterRegistrationBean<Filter> knownRequests(ActingPerson person, Sentences sentences, ObjectMapper json) {
        return filter(
                4, new RequestAllowList(person, new RefusalAnswers(sentences, json)), ENGINE_REST, WEB_APPLICATIONS);
    }

    private static FilterRegistrationBean<Filter> filter(int order, Filter filter, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        // Several filters are of one class, and the class is what names them by default.
        registration.setName("redress-" + filter.getClass().getSimpleName() + paths[0]);
        registration.addUrlPatterns(paths);
        registration.setOrder(order);
        registration.setAsyncSupported(true);
        return registration;
    }
}
