package io.redress.rules;

/** Something that every diagram must keep. */
interface Rule {

    void check(Diagram diagram, House house, Findings findings);
}
