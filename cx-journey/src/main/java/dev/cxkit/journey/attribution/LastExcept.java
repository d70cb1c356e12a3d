package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** All to the last touch of another label. */
record LastExcept(String label) implements CreditRule {

    LastExcept {
        requireNonNull(label, "label");
    }

    @Override
    public double[] shares(List<String> path) {
        int last = path.size() - 1;
        for (int i = last; i >= 0; i--) {
            if (!path.get(i).equals(label)) {
                return Shares.only(i, path.size());
            }
        }
        return Shares.only(last, path.size());
    }

    @Override
    public String toString() {
        return "last-except(" + label + ")";
    }
}
