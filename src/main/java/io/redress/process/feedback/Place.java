package io.redress.process.feedback;

/**
 * Where a complaint stands on the ladder.
 *
 * @param round how often the departments have deliberated: 0 to 3
 */
public record Place(Level level, int round) {

    private static final int ROUNDS = 3;

    /** One level higher; from the last there is nowhere to go. */
    Place next() {
        return switch (level) {
            case A -> new Place(Level.B, round);
            case B -> new Place(Level.C, round);
            case C -> new Place(Level.D, 1);
            case D -> round < ROUNDS ? new Place(Level.D, round + 1) : new Place(Level.E, round);
            case E -> this;
        };
    }

    /** Whether the answer comes from above the handler, and may bring a plan to be carried out. */
    boolean aboveTheHandler() {
        return level.compareTo(Level.B) > 0;
    }
}
