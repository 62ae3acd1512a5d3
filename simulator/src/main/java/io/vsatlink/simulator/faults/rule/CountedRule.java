/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import io.vsatlink.simulator.faults.Fault;
import java.util.LinkedHashMap;
import java.util.Map;

/** An active rule with its counters. Guarded by the {@link FaultRules} that contain it. */
final class CountedRule {
    private final FaultRule rule;
    private long matched;
    private long struck;

    CountedRule(FaultRule rule) {
        this.rule = rule;
    }

    /** Counts the call if it matches. Returns whether the fault applies to it. */
    boolean meets(Aim aim) {
        return rule.matches(aim) && rule.strikes(matched++);
    }

    Fault strike() {
        struck++;
        return rule.fault();
    }

    Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("rule", rule.source().values());
        report.put("matched", matched);
        report.put("struck", struck);
        return report;
    }
}
