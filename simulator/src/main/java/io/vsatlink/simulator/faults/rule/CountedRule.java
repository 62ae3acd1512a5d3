/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import io.vsatlink.simulator.faults.Fault;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rule in force, and how often it was met. Guarded by the rules it is one of. */
final class CountedRule {
    private final FaultRule rule;
    private long matched;
    private long struck;

    CountedRule(FaultRule rule) {
        this.rule = rule;
    }

    /** Counts the call if it matches. True if it would be struck. */
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
