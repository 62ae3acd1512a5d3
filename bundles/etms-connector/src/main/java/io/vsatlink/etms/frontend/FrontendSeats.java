/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Assigns each system to one mirroring element: the first one that asks. A service of this bundle. Thread-safe. */
@Component(service = FrontendSeats.class)
public final class FrontendSeats {
    private final Map<String, String> taken = new HashMap<>();

    /**
     * Takes the seat of a system if it is free, and releases the seat that the element had before.
     *
     * @param system empty to only release the element's seat
     * @return the element that holds the seat; empty if the calling element holds it now
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

    /** Releases the element's seat, if it has one. */
    public void leave(String element) {
        Optional<String> nobody = take("", element);
        assert nobody.isEmpty();
    }
}
