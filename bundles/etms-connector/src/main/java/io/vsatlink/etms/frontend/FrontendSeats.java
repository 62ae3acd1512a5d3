/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Who mirrors which system: one element each, the first that asks. A service of this bundle's. Thread-safe. */
@Component(service = FrontendSeats.class)
public final class FrontendSeats {
    private final Map<String, String> taken = new HashMap<>();

    /**
     * Takes the seat of a system where it is free, in exchange for any that the element has.
     *
     * @param system empty to give up whatever the element has
     * @return who has it instead; empty where the element has it now
     */
    public synchronized Optional<String> take(String system, String element) {
        taken.entrySet()
                .removeIf(seat ->
                        seat.getValue().equals(element) && !seat.getKey().equals(system));
        if (system.isEmpty()) {
            return Optional.empty();
        }
        String holder = taken.computeIfAbsent(system, free -> element);
        return holder.equals(element) ? Optional.empty() : Optional.of(holder);
    }

    /** Gives up whatever the element has. */
    public void leave(String element) {
        Optional<String> nobody = take("", element);
        assert nobody.isEmpty();
    }
}
