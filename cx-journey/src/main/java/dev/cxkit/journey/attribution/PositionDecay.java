package dev.cxkit.journey.attribution;

import java.util.Arrays;
import java.util.List;

/** More to later places. */
record PositionDecay(double halfLife) implements CreditRule {

    PositionDecay {
        if (!(halfLife > 0) || Double.isInfinite(halfLife)) {
            throw new IllegalArgumentException("half-life " + halfLife + " is not above 0 and finite");
        }
    }

    @Override
    public double[] shares(List<String> path) {
        double[] before = new double[path.size()];
        Arrays.setAll(before, i -> path.size() - 1 - i);
        return Shares.decaying(halfLife, before);
    }

    @Override
    public String toString() {
        return "decay(" + halfLife + " places)";
    }
}
