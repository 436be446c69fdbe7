package io.redress.casefile.identity;

import io.redress.casefile.entry.FormField;
import java.util.Set;

/**
 * The fields that hold the number of an identity document or of an account. Forms mark them as well; but an entry outlives its form, and an owner's
 * form may come without the mark.
 */
public interface DocumentNumbers {

    Set<FormField<String>> documentNumbers();
}
