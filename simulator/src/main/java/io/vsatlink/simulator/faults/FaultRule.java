package io.vsatlink.simulator.faults;

import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which calls, how many of them, and what happens to them. An empty {@code page} or {@code times} means every one.
 *
 * @param source as it was sent
 */
record FaultRule(Fields source, String path, OptionalInt page, int skip, OptionalInt times, Fault fault) {
    private static final List<FaultKind> KINDS = FaultKind.all();

    static FaultRule read(Fields rule) {
        List<String> known = new ArrayList<>(List.of("path", "page", "skip", "times"));
        KINDS.forEach(kind -> known.addAll(kind.fields()));
        rule.onlyKnown(known);
        Fault fault = KINDS.stream()
                .flatMap(kind -> kind.from(rule).stream())
                .reduce(Fault::then)
                .orElseThrow(() -> new BadInput("A rule must say what happens, for instance a status or delayMillis."));
        return new FaultRule(
                rule,
                rule.text("path"),
                rule.number("page", 1),
                rule.number("skip", 0).orElse(0),
                rule.number("times", 1),
                fault);
    }

    boolean matches(String calledPath, int calledPage) {
        return (path.equals("*") || path.equals(calledPath)) && (page.isEmpty() || page.getAsInt() == calledPage);
    }

    /** Whether the n-th matching call, counted from 0, is struck. */
    boolean strikes(long matching) {
        return matching >= skip && (times.isEmpty() || matching < (long) skip + times.getAsInt());
    }
}
