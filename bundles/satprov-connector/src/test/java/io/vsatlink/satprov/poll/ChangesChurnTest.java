/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.satprov.poll.ChangingVendor.Circuit;
import io.vsatlink.testkit.http.RawServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hundred rounds of a vendor whose rows come, change and go, and whose clocks are wrong by up to five minutes. A change may become
 * visible up to eight minutes after its time: twenty minutes of overlap are enough for all of that. The rows of the vendor are the model.
 */
class ChangesChurnTest {
    private static final int ROUNDS = 100;
    private static final Instant FUTURE = Instant.parse("2099-12-31T23:59:59Z");
    private static final int MOST_SKEW = 5 * 60;
    private static final int MOST_DELAY = 8 * 60;

    private final ChangingVendor vendor = new ChangingVendor();
    private ChangingElement element;
    private Random random;
    private Instant time = Instant.parse("2026-03-01T00:00:00Z");
    private Duration skew = Duration.ZERO;
    private Duration dateSkew = Duration.ZERO;
    private int versions;

    /** Changes that have their time already and are not yet visible. */
    private final List<Late> late = new ArrayList<>();
    /** When a row became what it is, and what it was before. */
    private final Map<String, Before> before = new HashMap<>();

    private int polls;
    private int refused;
    private int failures;

    private record Late(Instant visible, Circuit circuit) {}

    private record Before(Instant until, Circuit circuit) {}

    @AfterEach
    void end() throws IOException {
        element.close();
        vendor.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {17, 4711})
    void everyFullPollIsTheModelAndNoOlderRowReplacesANewerOne(long seed, @TempDir Path folder) {
        random = new Random(seed);
        element = new ChangingElement(folder, vendor.base());
        for (int i = 0; i < 60; i++) {
            vendor.put(key(i), "first");
        }
        element.poll();
        for (int round = 1; round <= ROUNDS; round++) {
            String what = "seed " + seed + ", round " + round;
            passTime();
            churn(random.nextInt(9));
            if (random.nextInt(8) == 0) {
                element.restart();
            }
            element.clock.advance(Duration.ofSeconds(random.nextInt(7200)));
            if (round % 6 == 0) {
                full(what);
            } else {
                changes(what);
            }
        }
        full("seed " + seed + ", at the end");
        assertThat(polls).as("polls of changes").isGreaterThan(40);
        assertThat(refused).as("older rows").isPositive();
        assertThat(failures).as("failures").isPositive();
    }

    private static String key(int number) {
        return "C%03d".formatted(number);
    }

    /** Up to twenty minutes, or none; clocks are set in between. */
    private void passTime() {
        time = time.plusSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(1200));
        if (random.nextInt(4) == 0) {
            skew = Duration.ofSeconds(random.nextInt(2 * MOST_SKEW + 1) - MOST_SKEW);
            dateSkew = Duration.ofSeconds(random.nextInt(2 * MOST_SKEW + 1) - MOST_SKEW);
        }
        vendor.setClock(time.plus(skew));
        vendor.dateAhead(dateSkew.minus(skew));
        late.removeIf(each -> {
            boolean visible = !each.visible().isAfter(time);
            if (visible && vendor.get(each.circuit().id()) != null) {
                put(each.circuit());
            }
            return visible;
        });
    }

    private void put(Circuit circuit) {
        Circuit earlier = vendor.get(circuit.id());
        if (earlier != null) {
            before.put(circuit.id(), new Before(time, earlier));
        }
        vendor.put(circuit);
    }

    private void churn(int changes) {
        for (int i = 0; i < changes; i++) {
            String id = key(random.nextInt(90));
            Circuit changed = new Circuit(id, "version " + ++versions, vendor.now());
            switch (random.nextInt(12)) {
                case 0, 1 -> vendor.remove(id);
                case 2, 3, 4 ->
                    // the time is that of its beginning, and somebody else may change the row until it is visible
                    late.add(new Late(time.plusSeconds(random.nextInt(MOST_DELAY)), changed));
                case 5 -> {
                    for (int n = 0; n < 15; n++) {
                        put(new Circuit(key(random.nextInt(90)), "bulk " + ++versions, vendor.now()));
                    }
                }
                case 6 -> put(new Circuit(id, changed.status(), random.nextBoolean() ? FUTURE : null));
                default -> put(changed);
            }
        }
    }

    /** Rows that changed so lately that a copy of the data may still have them as they were. */
    private Set<String> lagging() {
        Set<String> ids = new HashSet<>();
        before.forEach((id, was) -> {
            boolean lately = was.until().isAfter(time.minusSeconds(MOST_DELAY));
            if (lately && vendor.get(id) != null && random.nextBoolean()) {
                vendor.lag(was.circuit());
                ids.add(id);
            }
        });
        return ids;
    }

    private Map<String, Circuit> stored() {
        return element.stored().stream().collect(Collectors.toMap(Circuit::id, circuit -> circuit));
    }

    private void full(String what) {
        if (random.nextBoolean()) {
            // of the first page, in the first pass only
            lagging();
            vendor.afterPage(vendor::catchUp);
        }
        DatasetStatus row = element.pollFull();
        assertThat(row.status()).as(what + ": " + row.reason()).isEqualTo(PollStatus.SUCCEEDED);
        assertThat(element.current().onlyChanges()).as(what).isFalse();
        assertThat(row.lastFullPoll()).as(what).isEqualTo(row.lastPolled());
        assertThat(element.stored()).as(what).isEqualTo(vendor.all());
        assertMark(what);
    }

    private void changes(String what) {
        Map<String, Circuit> had = stored();
        ChangeMark mark = element.current().mark();
        Instant fullAt = element.row().lastFullPoll();
        Set<String> lagging = random.nextInt(4) == 0 ? lagging() : Set.of();
        boolean moves = random.nextInt(4) == 0;
        if (moves) {
            vendor.afterPage(() -> churn(3));
        }
        int broken = random.nextInt(10);
        vendor.trouble((page, out) -> page == broken && RawServer.status(out, "500 Broken", "{}"));
        DatasetStatus row = element.poll();
        vendor.trouble((page, out) -> false);
        vendor.afterPage(() -> {});
        vendor.catchUp();
        assertThat(row.reason()).as(what).startsWith("changes since ");
        assertThat(row.lastFullPoll()).as(what).isEqualTo(fullAt);
        if (row.status() == PollStatus.FAILED) {
            failures++;
            assertThat(stored()).as(what).isEqualTo(had);
            assertThat(element.current().mark()).as(what).isEqualTo(mark);
            return;
        }
        polls++;
        assertThat(row.status()).as(what + ": " + row.reason()).isEqualTo(PollStatus.SUCCEEDED);
        assertThat(element.current().onlyChanges()).as(what).isTrue();
        assertMark(what);
        Map<String, Circuit> has = stored();
        assertThat(row.totalItems()).as(what).isEqualTo(has.size());
        had.forEach((id, earlier) -> assertThat(isOlder(has.get(id), earlier))
                .as("%s: %s after %s", what, has.get(id), earlier)
                .isFalse());
        if (!moves) {
            vendor.all().stream().filter(each -> !lagging.contains(each.id())).forEach(visible -> {
                boolean older = isOlder(visible, had.get(visible.id()));
                refused += older ? 1 : 0;
                // what has no time is never listed as a change
                if (!older && visible.modified() != null) {
                    assertThat(has).as(what).containsEntry(visible.id(), visible);
                }
            });
        }
    }

    private static boolean isOlder(Circuit one, Circuit other) {
        return other != null
                && one.modified() != null
                && other.modified() != null
                && one.modified().isBefore(other.modified());
    }

    private void assertMark(String what) {
        assertThat(element.current().mark().until()).as(what).isBeforeOrEqualTo(time.plusSeconds(MOST_SKEW));
    }
}
