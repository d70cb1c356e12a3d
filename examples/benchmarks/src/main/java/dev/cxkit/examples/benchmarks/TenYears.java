package dev.cxkit.examples.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** Business time of intervals of ten years each. */
public class TenYears extends BusinessTime {

    /** How many intervals. */
    @Param("10")
    public int rows;

    /** Sets the length. */
    public TenYears() {
        super(3652);
    }

    @Override
    int rows() {
        return rows;
    }
}
