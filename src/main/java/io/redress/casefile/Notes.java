package io.redress.casefile;

import java.util.List;

/** The notes of a feature. */
public interface Notes {

    List<Note> notes();
}
