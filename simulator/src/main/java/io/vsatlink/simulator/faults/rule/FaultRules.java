/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import java.util.List;
import java.util.Map;

/** The active rules. The first one that applies to a call is used; every matching rule counts the call. Thread-safe. */
public final class FaultRules {
    private static final Fault NONE = (call, next) -> next.handle(call);

    private List<CountedRule> rules = List.of();

    /** Replaces all rules by those of a JSON array. */
    public void replace(Object json) {
        if (!(json instanceof List<?> list)) {
            throw new BadInput("The body must be a JSON array of rules.");
        }
        List<CountedRule> read = list.stream()
                .map(rule -> new CountedRule(FaultRule.read(Fields.of(rule, "A rule"))))
                .toList();
        put(read);
    }

    public void clear() {
        put(List.of());
    }

    private synchronized void put(List<CountedRule> fresh) {
        rules = fresh;
    }

    /**
     * Returns each rule as it was sent, the number of calls that matched it, and the number to which its fault was
     * applied.
     */
    public synchronized List<Map<String, Object>> report() {
        return rules.stream().map(CountedRule::report).toList();
    }

    /** Counts a call and returns the fault that applies to it. */
    public synchronized Fault choose(Call call) {
        Aim aim = Aim.of(call);
        Fault chosen = NONE;
        for (CountedRule rule : rules) {
            if (rule.meets(aim) && chosen == NONE) {
                chosen = rule.strike();
            }
        }
        return chosen;
    }
}
