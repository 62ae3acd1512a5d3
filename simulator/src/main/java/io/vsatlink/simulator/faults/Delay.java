package io.vsatlink.simulator.faults;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.json.Fields;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;

/** The answer comes, but late. */
record Delay(int millis) implements Fault {

    @Override
    public void strike(Call call, Handler next) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while delaying an answer");
        }
        next.handle(call);
    }

    record Kind() implements FaultKind {
        @Override
        public List<String> fields() {
            return List.of("delayMillis");
        }

        @Override
        public Optional<Fault> from(Fields rule) {
            return rule.number("delayMillis", 0).stream()
                    .<Fault>mapToObj(Delay::new)
                    .findFirst();
        }
    }
}
