package io.vsatlink.simulator.faults;

import io.vsatlink.simulator.json.Fields;
import java.util.List;
import java.util.Optional;

/** A kind of fault: which fields of a rule are its own, and how they become a fault. */
interface FaultKind {

    /** In the order in which they strike, outermost first. */
    List<FaultKind> ALL = List.of(new Delay.Kind(), new FixedAnswer.Kind());

    List<String> fields();

    /** Empty if the rule asks for no such fault. */
    Optional<Fault> from(Fields rule);
}
