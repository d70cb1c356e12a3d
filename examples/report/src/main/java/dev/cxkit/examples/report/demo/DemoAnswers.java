package dev.cxkit.examples.report.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Answers to the quarterly survey of Tallyho, a maker of bookkeeping software that does not exist. The prices of one plan went up in
 * a month, and those who pay them say so; in another month no survey went out; the last month has only begun. The generator has a seed
 * and {@link Random} is defined to the last bit, so the answers are the same everywhere.
 */
final class DemoAnswers {

    private static final long SEED = 20_260_401;
    private static final YearMonth FIRST = YearMonth.of(2025, 6);
    private static final YearMonth PAUSE = YearMonth.of(2025, 8);
    private static final YearMonth PRICE_RISE = YearMonth.of(2026, 1);
    private static final YearMonth LAST = YearMonth.of(2026, 4);
    private static final int DAYS_OF_LAST = 12;
    private static final int A_MONTH = 310;
    private static final int ACCOUNTS = 900;
    private static final int CONTACTS_EACH = 5;

    /** The companies that pay for a plan, and how content their people are, from 0 to 1. */
    private enum Plan {
        STARTER("Starter", 0.40, 0.68),
        TEAM("Team", 0.42, 0.73),
        ENTERPRISE("Enterprise", 0.18, 0.80);

        final String text;
        final double share;
        final double content;

        Plan(String text, double share, double content) {
            this.text = text;
            this.share = share;
            this.content = content;
        }
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> CHANNELS = List.of("email", "in-app", "phone");

    private final Random random = new Random(SEED);
    private final Plan[] plans = plans();
    private final StringBuilder csv = new StringBuilder("contact,account,plan,channel,answered_at,recommend,support\n");

    private DemoAnswers() {}

    /** Returns the answers as a file of comma-separated values. */
    static String csv() {
        return new DemoAnswers().write();
    }

    private String write() {
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            int days = month.equals(LAST) ? DAYS_OF_LAST : month.lengthOfMonth();
            int answers = month.equals(PAUSE) ? 0 : A_MONTH * days / month.lengthOfMonth();
            for (int i = 0; i < answers; i++) {
                row(month, month.atDay(1 + i * days / answers));
            }
        }
        // What exports are like: a test entry, a comment in the wrong column, a date from nowhere.
        csv.append("C0001,A001,Team,email,2026-04-12 17:03:11,11,4\n");
        csv.append("C0002,A001,Team,email,2026-04-12 17:05:40,see comment,4\n");
        csv.append("C0003,A002,Starter,in-app,0000-00-00 00:00:00,9,5\n");
        return csv.toString();
    }

    private void row(YearMonth month, LocalDate day) {
        int contact = random.nextInt(ACCOUNTS * CONTACTS_EACH);
        Plan plan = plans[contact / CONTACTS_EACH];
        String channel = CHANNELS.get(pick(0.55, 0.35));
        LocalDateTime at = day.atTime(8 + random.nextInt(10), random.nextInt(60), random.nextInt(60));
        double content = plan.content + (channel.equals("phone") ? 0.04 : 0) - anger(plan, month);
        csv.append(String.format(
                        Locale.ROOT, "C%04d,A%03d,%s,%s,", contact, contact / CONTACTS_EACH, plan.text, channel))
                .append(TIME.format(at))
                .append(',')
                .append(random.nextInt(25) == 0 ? "" : rating(content, 0, 10))
                .append(',')
                .append(random.nextInt(3) > 0 ? "" : rating(content + 0.1 - (channel.equals("email") ? 0.08 : 0), 1, 5))
                .append('\n');
    }

    /** How much less content the people of a plan are since its price went up: much at first, less with each month. */
    private static double anger(Plan plan, YearMonth month) {
        if (plan != Plan.TEAM || month.isBefore(PRICE_RISE)) {
            return 0;
        }
        long months =
                (month.getYear() - PRICE_RISE.getYear()) * 12L + month.getMonthValue() - PRICE_RISE.getMonthValue();
        return 0.40 - 0.08 * months;
    }

    private Plan[] plans() {
        Plan[] drawn = new Plan[ACCOUNTS];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = Plan.values()[pick(Plan.STARTER.share, Plan.TEAM.share)];
        }
        return drawn;
    }

    private int pick(double first, double second) {
        double place = random.nextDouble();
        return place < first ? 0 : place < first + second ? 1 : 2;
    }

    /** People differ: the sum of a few even draws around their contentment, cut to the scale. */
    private int rating(double content, int min, int max) {
        double spread = (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 0.55;
        double place = Math.max(0, Math.min(1, content + 0.13 + spread));
        return min + (int) Math.round(place * (max - min));
    }
}
