package io.redress.casefile;

import io.redress.entry.Entry;

/**
 * What a submission must keep beyond its form: who may do it, how it fits to what was said before; and what moves in its very
 * transaction, such as money, so that whoever may not move it hears so at once.
 */
public interface SubmissionRule {

    /** @throws RefusedCase when it can't be taken as it is; nothing of it is stored and the task stays */
    void check(Entry submission);
}
