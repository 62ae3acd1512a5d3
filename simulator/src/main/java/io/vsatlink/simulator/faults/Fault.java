package io.vsatlink.simulator.faults;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import java.io.IOException;

/** Something that happens to a call. */
@FunctionalInterface
interface Fault {

    /** Answers instead of the next handler, or does something and then lets the next one answer. */
    void strike(Call call, Handler next) throws IOException;

    default Fault then(Fault inner) {
        return (call, next) -> strike(call, same -> inner.strike(same, next));
    }
}
