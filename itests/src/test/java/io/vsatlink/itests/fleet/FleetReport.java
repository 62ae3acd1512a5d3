/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.itests.fleet.CallBook.Call;
import io.vsatlink.itests.fleet.Takeovers.Takeover;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a campaign has shown.
 *
 * @param outOfTurn calls of a container that did not have the duty
 * @param begunBefore those among them that its suspension had kept from being made
 * @param strangers rows that were written without the duty
 * @param polls their numbers by outcome
 */
record FleetReport(
        Fleet fleet,
        Blows blows,
        List<Takeover> takeovers,
        List<Call> outOfTurn,
        List<Call> begunBefore,
        List<String> strangers,
        List<String> polls) {
    private static final double KILL_SECONDS = 15;
    private static final double FAILOVER_SECONDS = 60;

    /** A call that had begun when its container was suspended is made when that goes on. */
    private static final Duration WAKING = Duration.ofSeconds(2);

    static FleetReport of(Fleet fleet, Blows blows) throws SQLException {
        try (Connection admin = fleet.database().admin()) {
            Takeovers books =
                    new Takeovers(DutyBook.holdings(admin), fleet.calls().all());
            List<Call> outOfTurn =
                    fleet.subjects().stream().flatMap(books::outOfTurn).toList();
            return new FleetReport(
                    fleet,
                    blows,
                    books.of(blows.dealt()),
                    outOfTurn,
                    outOfTurn.stream()
                            .filter(call -> wokeJustBefore(blows, call))
                            .toList(),
                    DutyBook.strangers(admin),
                    DutyBook.texts(
                            admin,
                            "SELECT COUNT(*) || ' ' || outcome FROM poll_history GROUP BY outcome ORDER BY outcome"));
        }
    }

    private static boolean wokeJustBefore(Blows blows, Call call) {
        return blows.woken().stream()
                .anyMatch(each -> each.member().equals(call.container())
                        && !call.at().isBefore(each.at())
                        && call.at().isBefore(each.at().plus(WAKING)));
    }

    /** In Markdown. */
    String text() {
        return "- blows: " + blows.dealt().size()
                + "\n- commits under way at failovers: " + blows.commitsUnderWay()
                + "\n- ticketing system a: " + fleet.requests().get(0).summary()
                + "\n- ticketing system b: " + fleet.requests().get(1).summary()
                + "\n- polls: " + String.join(", ", polls)
                + "\n- calls of a container without the duty: " + outOfTurn.size()
                + "; of these a suspended container had begun: " + begunBefore.size()
                + "\n- rows written without the duty: " + strangers.size()
                + "\n\n" + Takeovers.summary(takeovers)
                + "\n| at | what | container | duty | taken after s | called after s |\n|---|---|---|---|---|---|\n"
                + takeovers.stream().map(Takeover::line).collect(Collectors.joining());
    }

    /** Nobody asks a frontend for a poll, so what it does after a blow to all is also a matter of its refreshTime. */
    private static double limit(Takeover takeover) {
        Blow blow = takeover.blow().blow();
        boolean soon =
                blow.ofOne() || (blow == Blow.CROWD && takeover.subject().kind().equals("poll"));
        return soon ? KILL_SECONDS : FAILOVER_SECONDS;
    }

    void judge() {
        assertEquals(List.of(), strangers, "rows written without the duty");
        List<Call> wrong = new ArrayList<>(outOfTurn);
        wrong.removeAll(begunBefore);
        assertEquals(List.of(), wrong, "calls of a container that did not have the duty");
        for (Takeover each : takeovers) {
            assertTrue(each.called() <= limit(each), each::line);
        }
        for (Blow blow : Blow.values()) {
            assertTrue(
                    blows.dealt().stream().anyMatch(each -> each.blow() == blow), "too short for each blow: " + blow);
        }
    }
}
