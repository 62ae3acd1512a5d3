package io.vsatlink.simulator.tickets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One ticket at one moment, as the vendor shows it.
 *
 * @param version grows with each change
 */
public record Ticket(String id, Map<String, Object> fields, int version) {

    public Ticket {
        // Map.copyOf would refuse null, and null is what many fields hold
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public String etag() {
        return "\"" + version + "\"";
    }

    /** Empty where there is none. */
    public String text(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    Ticket with(Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.putAll(changes);
        return new Ticket(id, changed, version + 1);
    }
}
