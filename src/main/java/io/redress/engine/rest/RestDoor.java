package io.redress.engine.rest;

import io.redress.engine.people.ActingPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What people other than administrators may ask of the engine over HTTP, by engine-rest or by the web applications: they
 * read what their rights show them, and write through forms only; programs that post complaints have nothing to do here. The list names what is allowed, so that a door nobody
 * thought of stays closed.
 */
final class RestDoor extends OncePerRequestFilter {

    /** More rows in one answer are refused: Tasklist asks for no more. */
    private static final int LARGEST_PAGE = 2000;

    private static final Pattern PLAIN_START = Pattern.compile("/process-definition/.+/start");

    /** What would change a task otherwise than by its form. */
    private static final Pattern TASK = Pattern.compile("/task(/.*)?");

    private static final String QUERIES = "task|process-instance|execution|variable-instance|user|group"
            + "|history/(process-instance|activity-instance|task|variable-instance)";

    private static final List<Allowed> EVERYBODY = List.of(
            // Queries that are sent with a body.
            new Allowed("POST", "/(" + QUERIES + ")(/count)?"),
            new Allowed("POST", "/filter/[^/]+/(list|count|singleResult)"),
            new Allowed("POST", "/task/[^/]+/(claim|unclaim|assignee|submit-form|comment/create)"),
            new Allowed("POST", "/process-definition/(key/)?[^/]+/submit-form"),
            new Allowed("POST", "/identity/(verify|password-policy)"));

    /** A password is changed by whoever knows it: the engine asks for the present one. */
    private static final Pattern ACCOUNT = Pattern.compile("/user/(?<login>[^/]+)/(profile|credentials)");

    private static final List<Allowed> PROCESS_OWNERS = List.of(new Allowed("POST", "/deployment/create"));

    /** The web applications' own interfaces: logging in and out. */
    private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/(login/[a-z]+|logout)");

    private static final Pattern SETUP = Pattern.compile("/camunda/api/admin/setup/.*");

    /** What Cockpit and Admin show; their own scripts and pictures are for everybody. */
    private static final Pattern ADMINISTRATION =
            Pattern.compile("/camunda/api/(cockpit|admin)/(?!auth/|plugin/[^/]+/static/).*");

    private record Allowed(String method, Pattern path) {
        Allowed(String method, String path) {
            this(method, Pattern.compile(path));
        }

        boolean matches(String method, String path) {
            return this.method.equals(method) && this.path.matcher(path).matches();
        }
    }

    private final ActingPerson person;
    private final RefusalAnswers refusals;

    RestDoor(ActingPerson person, RefusalAnswers refusals) {
        this.person = person;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = EnginePath.whole(request);
        if (SETUP.matcher(path).matches()) {
            refusals.answer(response, HttpStatus.FORBIDDEN, "gate.setup-closed");
            return;
        }
        Optional<String> engine = EnginePath.of(request);
        boolean reads = Stream.of("GET", "HEAD", "OPTIONS").anyMatch(request.getMethod()::equals);
        String enginePath = engine.orElse("/");
        boolean login = LOGIN.matcher(path).matches();
        boolean administration = ADMINISTRATION.matcher(path).matches();
        if (person.nobody() && !login && (engine.isPresent() || administration || !reads)) {
            refusals.answer(response, HttpStatus.UNAUTHORIZED, "gate.nobody");
        } else if (person.onlyPosts() && !login) {
            refusals.answer(response, HttpStatus.FORBIDDEN, "gate.not-allowed");
        } else if (login) {
            // Its form is left unread for whoever logs the person in.
            chain.doFilter(request, response);
        } else if (engine.isPresent()
                && !reads
                && PLAIN_START.matcher(enginePath).matches()
                && !person.administers()) {
            refusals.answer(response, HttpStatus.BAD_REQUEST, "gate.start-by-form");
        } else if (person.administers() || reads && !administration) {
            page(request, response, chain);
        } else if (engine.isPresent() && allowed(request.getMethod(), enginePath)) {
            page(request, response, chain);
        } else {
            boolean task = engine.isPresent() && TASK.matcher(enginePath).matches();
            refusals.answer(response, HttpStatus.FORBIDDEN, task ? "gate.by-form-only" : "gate.not-allowed");
        }
    }

    private boolean allowed(String method, String path) {
        return Stream.concat(
                                EVERYBODY.stream(),
                                person.in(ActingPerson.PROCESS_OWNER) ? PROCESS_OWNERS.stream() : Stream.empty())
                        .anyMatch(rule -> rule.matches(method, path))
                || ownAccount(method, path);
    }

    private boolean ownAccount(String method, String path) {
        Matcher account = ACCOUNT.matcher(path);
        return method.equals("PUT") && account.matches() && person.is(account.group("login"));
    }

    /** Lets the request through, with a bound on the size of its answer for those who don't administer. */
    private void page(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (person.administers()) {
            chain.doFilter(request, response);
            return;
        }
        String asked = request.getParameter("maxResults");
        if (asked == null) {
            chain.doFilter(new Bounded(request), response);
        } else if (asked.matches("\\d{1,9}") && Integer.parseInt(asked) <= LARGEST_PAGE) {
            chain.doFilter(request, response);
        } else {
            refusals.answer(response, HttpStatus.BAD_REQUEST, "gate.page-too-large", LARGEST_PAGE);
        }
    }

    /** A request that asks for no page gets the largest one instead of everything. */
    private static final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            String query = super.getQueryString();
            return (query == null ? "" : query + "&") + "maxResults=" + LARGEST_PAGE;
        }
    }
}
