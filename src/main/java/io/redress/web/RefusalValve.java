package io.redress.web;

import io.redress.language.Sentences;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Says in plain words what the server refuses before any page of ours is asked, such as an address without end. */
final class RefusalValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalValve.class);

    private final Sentences sentences;
    private final Supplier<String> now;

    /** @param now in words */
    RefusalValve(Sentences sentences, Supplier<String> now) {
        this.sentences = sentences;
        this.now = now;
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        AtomicBoolean heard = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, heard);
        if (status == null
                || !status.isError()
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !heard.get()) {
            return;
        }
        try {
            PageHeaders.HEADERS.forEach(response::setHeader);
            response.setContentType("text/plain");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer out = response.getReporter();
            if (out != null) {
                out.write(sentences.say("page." + ErrorFormatter.kind(status) + ".sentence", now.get()));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("nobody heard the refusal", e);
        }
    }
}
