/**
 * Service metrics over cases: response and resolution times, backlog, transfers, first-contact resolution, promises, SLA attainment.
 *
 * <p>Start from {@link dev.cxkit.metrics.service.ElapsedTime}, {@link dev.cxkit.metrics.service.Share} and
 * {@link dev.cxkit.metrics.service.CaseCounts}: each is the answer to many readings, which {@link dev.cxkit.metrics.service.ResponseTimes},
 * {@link dev.cxkit.metrics.service.CaseTimes}, {@link dev.cxkit.metrics.service.Resolutions} and others make; a
 * {@link dev.cxkit.metrics.service.Reading} of your own records is answered alike. Other figures are asked by a {@code metric} of their own, such as
 * {@link dev.cxkit.metrics.service.SlaAttainment} and {@link dev.cxkit.metrics.service.Backlog}.
 *
 * <p>Everything is asked as of an instant: later events are not looked at, cases opened later are not counted, merged ones are counted
 * apart, and what is not decided yet is excluded by reason or right-censored; where a reading counts it as a no, its Javadoc says so.
 *
 * <pre>{@code
 * import dev.cxkit.core.support.Actor;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.core.time.Schedule;
 * import dev.cxkit.metrics.service.ElapsedTime;
 * import dev.cxkit.metrics.service.Resolutions;
 * import dev.cxkit.metrics.service.ResponseTimes;
 * import dev.cxkit.metrics.service.Share;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.List;
 *
 * Instant friday = Instant.parse("2026-03-06T16:00:00Z");
 * Instant monday = Instant.parse("2026-03-09T09:30:00Z");
 * Actor kim = Actor.agent("kim");
 * Case parcel = Case.builder("parcel").opened(friday, "ada").reply(monday, kim).resolved(monday.plusSeconds(60), kim).build();
 * Schedule office = Schedule.weekly(ZoneOffset.UTC, "mon-fri 09:00-17:00");
 * Instant asOf = monday.plusSeconds(3600);
 * ElapsedTime first = ElapsedTime.metric(ResponseTimes.first(office), asOf).over(List.of(parcel));
 * Share oneTouch = Share.metric(Resolutions.oneTouch(), asOf).over(List.of(parcel));
 * System.out.println(first.median().orElseThrow().toMinutes() + " min, one-touch " + oneTouch.proportion().count());
 * // -> 90 min, one-touch 1
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.service;

import org.jspecify.annotations.NullMarked;
