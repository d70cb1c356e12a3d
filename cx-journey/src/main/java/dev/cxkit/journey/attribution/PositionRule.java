package dev.cxkit.journey.attribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rules that need nothing but the path. */
enum PositionRule implements CreditRule {
    FIRST {
        @Override
        public double[] shares(List<String> path) {
            return Shares.only(0, path.size());
        }
    },
    LAST {
        @Override
        public double[] shares(List<String> path) {
            return Shares.only(path.size() - 1, path.size());
        }
    },
    LINEAR {
        @Override
        public double[] shares(List<String> path) {
            double[] shares = new double[path.size()];
            Arrays.fill(shares, 1.0 / shares.length);
            return shares;
        }
    },
    LINEAR_UNIQUE {
        @Override
        public double[] shares(List<String> path) {
            Map<String, Integer> times = new HashMap<>();
            path.forEach(label -> times.merge(label, 1, Integer::sum));
            double[] shares = new double[path.size()];
            Arrays.setAll(shares, i -> 1.0 / times.size() / times.getOrDefault(path.get(i), 1));
            return shares;
        }
    },
    POSITION {
        @Override
        public double[] shares(List<String> path) {
            int touches = path.size();
            if (touches <= 2) {
                return LINEAR.shares(path);
            }
            double[] shares = new double[touches];
            Arrays.fill(shares, MIDDLE / (touches - 2));
            shares[0] = END;
            shares[touches - 1] = END;
            return shares;
        }
    };

    private static final double END = 0.4;
    private static final double MIDDLE = 0.2;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
