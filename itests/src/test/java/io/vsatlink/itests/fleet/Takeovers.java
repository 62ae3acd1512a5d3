/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import io.vsatlink.itests.fleet.Blows.Dealt;
import io.vsatlink.itests.fleet.CallBook.Call;
import io.vsatlink.itests.fleet.DutyBook.Holding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How long it took until work went on, by the database's and the network's records. */
final class Takeovers {
    private final List<Holding> holdings;
    private final List<Call> calls;

    /**
     * @param taken seconds until another holder had the duty; NaN if nobody else took it
     * @param called seconds until the next call of whoever had it then
     */
    record Takeover(Dealt blow, Subject subject, double taken, double called) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %.1f |%n",
                    blow.at(),
                    blow.blow(),
                    blow.victim(),
                    subject.kind(),
                    Double.isNaN(taken) ? "-" : String.format(Locale.ROOT, "%.1f", taken),
                    called);
        }
    }

    Takeovers(List<Holding> holdings, List<Call> calls) {
        this.holdings = holdings;
        this.calls = calls;
    }

    List<Takeover> of(List<Dealt> blows) {
        List<Takeover> takeovers = new ArrayList<>();
        for (Dealt blow : blows) {
            for (Subject subject : blow.subjects()) {
                takeovers.add(of(blow, subject));
            }
        }
        return takeovers;
    }

    private Takeover of(Dealt blow, Subject subject) {
        if (!blow.blow().ofOne()) {
            return new Takeover(blow, subject, Double.NaN, called(blow, subject, blow.at()));
        }
        return holdings.stream()
                .filter(each -> Blows.is(each, subject) && each.name() != null)
                .map(Holding::at)
                .filter(blow.at()::isBefore)
                .findFirst()
                .map(at -> new Takeover(blow, subject, seconds(blow.at(), at), called(blow, subject, at)))
                .orElse(new Takeover(blow, subject, Double.NaN, Double.POSITIVE_INFINITY));
    }

    private double called(Dealt blow, Subject subject, Instant after) {
        return calls.stream()
                .filter(call -> call.isPageOf(subject) && call.at().isAfter(after))
                .findFirst()
                .map(call -> seconds(blow.at(), call.at()))
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }

    /** Median and maximum by what happened and what was to go on. */
    static String summary(List<Takeover> takeovers) {
        Map<String, List<Double>> groups = new TreeMap<>();
        for (Takeover each : takeovers) {
            groups.computeIfAbsent(each.blow().blow() + " | " + each.subject().kind(), none -> new ArrayList<>())
                    .add(each.called());
        }
        StringBuilder lines =
                new StringBuilder("| what | duty | times | median s | longest s |\n|---|---|---|---|---|\n");
        groups.forEach((what, seconds) -> {
            double[] sorted =
                    seconds.stream().mapToDouble(each -> each).sorted().toArray();
            lines.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f |%n",
                    what,
                    sorted.length,
                    sorted[sorted.length / 2],
                    sorted[sorted.length - 1]));
        });
        return lines.toString();
    }

    /** Calls by a container that did not have the duty. The network notices a call a moment late. */
    Stream<Call> outOfTurn(Subject subject) {
        List<Holding> own =
                holdings.stream().filter(each -> Blows.is(each, subject)).toList();
        Instant known = own.get(0).at();
        return calls.stream()
                .filter(call -> call.isPageOf(subject) && call.at().isAfter(known))
                .filter(call -> Stream.of(call.at(), call.at().minusMillis(300))
                        .noneMatch(at -> call.container().equals(holderAt(own, at))));
    }

    private static String holderAt(List<Holding> own, Instant at) {
        String holder = "";
        for (Holding each : own) {
            if (!each.at().isAfter(at)) {
                holder = each.name();
            }
        }
        return holder;
    }
}
