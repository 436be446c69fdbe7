package io.redress.engine.decision;

import java.util.Set;

/** A decision table that Redress asks: its key, what it is told, and what its rows must say. */
public interface TableReader {

    String table();

    /** The names of the inputs that the table is given. */
    Set<String> facts();

    /** @throws UnusableTable when the row says something that can't be carried out */
    void check(Row row);
}
