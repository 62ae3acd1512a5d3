/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.FaultKind;
import io.vsatlink.simulator.faults.answer.AnswerFaults;
import io.vsatlink.simulator.faults.body.BodyFaults;
import io.vsatlink.simulator.faults.content.PageFault;
import io.vsatlink.simulator.faults.content.RepeatPage;
import io.vsatlink.simulator.faults.transport.TransportFaults;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A rule: the calls that it selects, how many of them, and the faults. An empty {@code method}, {@code page} or {@code
 * times} selects every call.
 *
 * @param source the JSON from which the rule was created
 */
record FaultRule(
        Fields source,
        Optional<String> method,
        PathPattern path,
        OptionalInt page,
        int skip,
        int every,
        OptionalInt times,
        Fault fault) {

    /**
     * The kinds in the order in which they are applied, outermost first. The content of rows is edited before the
     * bytes, because a body that is no longer JSON can't be edited as JSON.
     */
    private static final List<FaultKind> KINDS = Stream.<List<FaultKind>>of(
                    List.of(new FaultKind.Told("delayMillis", 0, Delay::new)),
                    TransportFaults.ALL,
                    List.of(new FaultKind.Told("repeatPage", 1, RepeatPage::new), new PageFault.Kind()),
                    BodyFaults.ALL,
                    List.of(new FaultKind.OneOf(AnswerFaults.ALL)))
            .flatMap(List::stream)
            .toList();

    /** The kinds that send nothing of the real answer to the client. */
    private static final List<FaultKind> REPLACING = Stream.concat(
                    Stream.of(TransportFaults.DROPPED), AnswerFaults.ALL.stream())
            .toList();

    private static final String AFTERWARDS = "afterwards";

    static FaultRule read(Fields rule) {
        List<String> known = new ArrayList<>(List.of("method", "path", "page", "skip", "every", "times", AFTERWARDS));
        KINDS.forEach(kind -> known.addAll(kind.fields()));
        rule.onlyKnown(known);
        Fault fault = KINDS.stream()
                .flatMap(kind -> kind.from(rule).stream())
                .reduce(Fault::then)
                .orElseThrow(() -> new BadInput("A rule must say what happens, for instance a status or delayMillis."));
        return new FaultRule(
                rule,
                rule.optionalText("method"),
                PathPattern.of(rule.text("path")),
                rule.number("page", 1),
                rule.number("skip", 0).orElse(0),
                rule.number("every", 1).orElse(1),
                rule.number("times", 1),
                rule.flag(AFTERWARDS) ? afterwards(rule, fault) : fault);
    }

    private static Fault afterwards(Fields rule, Fault fault) {
        if (REPLACING.stream()
                .flatMap(kind -> kind.from(rule).stream())
                .findAny()
                .isEmpty()) {
            throw new BadInput("What happens afterwards must be another answer, or \"drop\".");
        }
        return new Afterwards(fault);
    }

    boolean matches(Aim aim) {
        return method.map(aim.method()::equals).orElse(true)
                && path.matches(aim.path())
                && (page.isEmpty() || page.getAsInt() == aim.page());
    }

    /** Returns whether the fault applies to the n-th matching call, counted from 0. */
    boolean strikes(long matching) {
        long met = matching - skip;
        return met >= 0 && met % every == 0 && (times.isEmpty() || met / every < times.getAsInt());
    }
}
