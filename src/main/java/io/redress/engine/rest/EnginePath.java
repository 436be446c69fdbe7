package io.redress.engine.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a request as the engine's interface sees it. */
final class EnginePath {

    /** What stands behind the engine's name: the same in engine-rest, its named engines and the web applications. */
    private static final Pattern ENGINE =
            Pattern.compile("^(?:/engine-rest(?:/engine/[^/]+)?|/camunda/api/engine/engine/[^/]+)(?<path>/.*)?$");

    private EnginePath() {}

    /** As the servlets see it: decoded, without path parameters, without doubled or trailing slashes. */
    static String whole(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }

    /** @return the path behind the engine's name; empty where the request doesn't go to the engine */
    static Optional<String> of(HttpServletRequest request) {
        Matcher engine = ENGINE.matcher(whole(request));
        return engine.matches()
                ? Optional.of(engine.group("path") == null ? "/" : engine.group("path"))
                : Optional.empty();
    }
}
