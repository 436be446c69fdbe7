package io.redress.casefile;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * News on its way to a process of its case. What somebody has added by the form was checked there; whatever else brings it, by hand
 * and past the form, is checked when it arrives.
 */
@Component
public class ArrivingNews {

    private final List<CaseNews> ofSomeCases;
    private final ThreadLocal<Boolean> passedOn = ThreadLocal.withInitial(() -> false);

    ArrivingNews(List<CaseNews> ofSomeCases) {
        this.ofSomeCases = ofSomeCases;
    }

    /** Brings what was checked already. */
    public <T> T passOn(Supplier<T> bring) {
        passedOn.set(true);
        try {
            return bring.get();
        } finally {
            passedOn.remove();
        }
    }

    /** @throws RefusedCase when the case does not wait for it, or it is not for whoever brings it */
    public void arrived(long complaintId, String message) {
        if (passedOn.get()) {
            return;
        }
        ofSomeCases.forEach(news -> news.messages().forEach((added, heardBy) -> {
            if (heardBy.equals(message)) {
                news.check(complaintId, added);
            }
        }));
    }
}
