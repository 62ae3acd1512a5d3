package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vsatlink.api.store.ElementMemory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which of the platform's tickets belongs to which of ETMS's, and what we know it to have. What it has already is not
 * sent again, and what we sent is no news when it comes back: so nothing echoes. Thread-safe.
 */
final class TmfLinks {
    private static final JsonMapper JSON = new JsonMapper();

    private final ElementMemory memory;
    private final String element;
    private final String url;

    /** @param url of the server, for another one has other tickets */
    TmfLinks(ElementMemory memory, String element, String url) {
        this.memory = memory;
        this.element = element;
        this.url = url;
    }

    /**
     * A ticket of the platform's.
     *
     * @param id at the platform
     * @param known its fields as far as we sent or saw them; as fingerprints, for they may be long
     */
    record Link(String id, Map<String, String> known) {
        Link {
            known = Map.copyOf(known);
        }

        /** What of these it does not have. */
        Map<String, Object> differing(Map<String, String> fields) {
            Map<String, Object> differing = new TreeMap<>();
            fields.forEach((name, value) -> {
                if (!fingerprint(value).equals(known.get(name))) {
                    differing.put(name, value);
                }
            });
            return differing;
        }

        Link with(Map<String, ?> fields) {
            Map<String, String> all = new TreeMap<>(known);
            fields.forEach((name, value) -> all.put(name, fingerprint(value.toString())));
            return new Link(id, all);
        }

        private static String fingerprint(String value) {
            return value.length() <= 40 ? value : value.length() + ":" + Integer.toHexString(value.hashCode());
        }
    }

    Optional<Link> find(String ticketId) {
        return memory.recall(element, name(ticketId)).map(TmfLinks::read);
    }

    private static Link read(String text) {
        try {
            Map<String, String> all = JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {});
            String id = all.remove("id");
            return new Link(id, all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("we wrote it ourselves", e);
        }
    }

    void put(String ticketId, Link link) {
        Map<String, String> all = new TreeMap<>(link.known());
        all.put("id", link.id());
        try {
            memory.remember(element, name(ticketId), JSON.writeValueAsString(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts", e);
        }
    }

    private String name(String ticketId) {
        return "tmf621." + Integer.toHexString(url.hashCode()) + "." + ticketId;
    }
}
