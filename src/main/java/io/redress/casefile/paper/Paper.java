package io.redress.casefile.paper;

import java.time.Instant;
import java.util.List;

/**
 * A printed paper of a case; its PDF is kept with it.
 *
 * @param kind the name of its kind
 * @param subject what of the case it is about; "" where it is the case itself
 * @param number what stands on it, the same for all its revisions: {@code C-20261121-0007-WO2}
 * @param revision from 1; a further one whenever it says something else, or says it otherwise
 * @param templateVersion tells the templates it was printed by from all others
 * @param contentVersion the same as long as it would say the same
 * @param sha256 of the PDF
 * @param pages of all copies together
 * @param holders who gets a copy, one each, in the order of the copies
 * @param identity whether only those may see it who must know who somebody is
 * @param health whether only those may see it who may read how somebody is
 * @param printedBy a login; {@code redress} where the course of the case printed it
 * @param signedByAttachment the attachment that shows the signed original; null until there is one
 */
public record Paper(
        long id,
        long complaintId,
        String kind,
        String subject,
        String number,
        int revision,
        String language,
        String templateVersion,
        String contentVersion,
        String sha256,
        int pages,
        List<String> holders,
        boolean identity,
        boolean health,
        Instant printedAt,
        String printedBy,
        boolean awaitsSignature,
        String signedByAttachment) {

    /** Whether a signed original is still to come back. */
    public boolean signatureMissing() {
        return awaitsSignature && signedByAttachment == null;
    }
}
