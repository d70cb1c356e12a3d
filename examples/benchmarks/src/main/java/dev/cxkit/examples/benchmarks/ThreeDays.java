package dev.cxkit.examples.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** Business time of intervals of three days each. */
public class ThreeDays extends BusinessTime {

    /** How many intervals. */
    @Param("1000")
    public int rows;

    /** Sets the length. */
    public ThreeDays() {
        super(3);
    }

    @Override
    int rows() {
        return rows;
    }
}
