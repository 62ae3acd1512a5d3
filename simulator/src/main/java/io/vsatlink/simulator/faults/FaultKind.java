/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults;

import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** A kind of fault: reads its fields from a rule and creates the fault. */
public interface FaultKind {

    List<String> fields();

    /** Returns the fault; empty if the rule does not request it. */
    Optional<Fault> from(Fields rule);

    /** A kind that is switched on or off. */
    record Flag(String field, Fault fault) implements FaultKind {
        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public Optional<Fault> from(Fields rule) {
            return rule.flag(field) ? Optional.of(fault) : Optional.empty();
        }
    }

    /** A kind that is defined by one number. */
    record Told(String field, int least, IntFunction<Fault> make) implements FaultKind {
        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public Optional<Fault> from(Fields rule) {
            return rule.number(field, least).stream().mapToObj(make).findFirst();
        }
    }

    /** Kinds of which a rule may have only one. */
    record OneOf(List<FaultKind> kinds) implements FaultKind {
        @Override
        public List<String> fields() {
            return kinds.stream().flatMap(kind -> kind.fields().stream()).toList();
        }

        @Override
        public Optional<Fault> from(Fields rule) {
            List<Fault> asked =
                    kinds.stream().flatMap(kind -> kind.from(rule).stream()).toList();
            if (asked.size() > 1) {
                throw new BadInput("A rule can have only one of " + String.join(", ", fields()) + ".");
            }
            return asked.stream().findFirst();
        }
    }
}
