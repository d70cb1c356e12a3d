package dev.cxkit.metrics.desk;

import static dev.cxkit.metrics.service.Contact.Kind.CASE;
import static dev.cxkit.metrics.service.Contact.Kind.HELPFUL_SESSION;
import static dev.cxkit.metrics.service.Contact.Kind.SESSION;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.metrics.service.Contact;
import dev.cxkit.metrics.service.Story;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelfServiceTest {

    private static final long DAY = 24 * 60;
    private static final Duration WINDOW = Duration.ofDays(2);

    private static Contact contact(Contact.Kind kind, @Nullable String customer, long minute) {
        return new Contact(kind, customer == null ? null : CustomerId.of(customer), minute(minute));
    }

    private static SelfService over(Contact... contacts) {
        return SelfService.metric(WINDOW, minute(20 * DAY)).over(List.of(contacts));
    }

    @Test
    void aSessionWithACaseInItsWindowSolvedNothing() {
        SelfService result = over(
                contact(SESSION, "a", 0),
                contact(CASE, "a", 10),
                contact(HELPFUL_SESSION, "a", 5 * DAY),
                contact(SESSION, "one case for two", DAY),
                contact(SESSION, "one case for two", 2 * DAY),
                contact(CASE, "one case for two", 2 * DAY + 1),
                contact(HELPFUL_SESSION, "just in time", DAY),
                contact(CASE, "just in time", 3 * DAY),
                contact(SESSION, "too late", DAY),
                contact(CASE, "too late", 3 * DAY + 1),
                contact(SESSION, "at once", DAY),
                contact(CASE, "at once", DAY),
                contact(CASE, "before", DAY - 1),
                contact(SESSION, "before", DAY),
                contact(SESSION, "lately", 19 * DAY),
                contact(CASE, "lately", 19 * DAY + 1),
                contact(SESSION, null, DAY),
                contact(HELPFUL_SESSION, null, 19 * DAY),
                contact(CASE, null, DAY),
                contact(SESSION, "after", 20 * DAY + 1));
        assertThat(result)
                .as("without a case: the second of a, too late, before; helped: the second of a; of 8")
                .isEqualTo(new SelfService(WINDOW, Proportion.of(3, 8), Proportion.of(1, 8), 1, 2));
    }

    @Test
    void aWindowThatEndsAtTheInstantIsOver() {
        assertThat(over(contact(SESSION, "a", 18 * DAY)).withoutCase()).isEqualTo(Proportion.of(1, 1));
        assertThat(over(contact(SESSION, "a", 18 * DAY + 1)).immature()).isEqualTo(1);
        assertThat(over().withoutCase().share()).isEmpty();
        assertThat(over(contact(CASE, "a", 0)).withoutCase().share()).isEmpty();
    }

    @Test
    void casesOfTheHostAreContacts() {
        Case of = Story.of("1", "a", Channel.PHONE, 5).merged(6).done();
        assertThat(Contact.of(of)).isEqualTo(contact(CASE, "a", 5));
        assertThat(Contact.of(Story.of("1", null, Channel.PHONE, 5).done())).isEqualTo(contact(CASE, null, 5));
        assertThat(over(contact(SESSION, "a", 0), Contact.of(of)).withoutCase()).isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> SelfService.metric(Duration.ZERO, minute(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window PT0S is not above 0");
        assertThatThrownBy(() -> new SelfService(WINDOW, Proportion.of(1, 8), Proportion.of(2, 8), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("helped 2 of 8 is not part of 1 of 8");
        assertThatThrownBy(() -> new SelfService(WINDOW, Proportion.of(1, 8), Proportion.of(1, 7), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SelfService(WINDOW, Proportion.of(1, 8), Proportion.of(1, 8), -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("immature -1 or unknown 0 sessions are below 0");
    }
}
