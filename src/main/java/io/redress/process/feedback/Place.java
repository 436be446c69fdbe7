package io.redress.process.feedback;

/**
 * Where a complaint stands on the ladder.
 *
 * @param round how often the departments have deliberated: 0 to 3
 */
public record Place(Rung rung, int round) {

    private static final int ROUNDS = 3;

    /** One rung higher; from the last there is nowhere to go. */
    Place next() {
        return switch (rung) {
            case A -> new Place(Rung.B, round);
            case B -> new Place(Rung.C, round);
            case C -> new Place(Rung.D, 1);
            case D -> round < ROUNDS ? new Place(Rung.D, round + 1) : new Place(Rung.E, round);
            case E -> this;
        };
    }

    /** Whether the answer comes from above the handler, and may bring a plan to be carried out. */
    boolean aboveTheHandler() {
        return rung.compareTo(Rung.B) > 0;
    }
}
