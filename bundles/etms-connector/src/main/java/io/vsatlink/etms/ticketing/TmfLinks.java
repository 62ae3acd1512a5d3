/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vsatlink.api.store.ElementMemory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Maps tickets of ETMS to tickets of the platform; survives restarts. For one thread. */
final class TmfLinks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "id";
    private static final String CLOSINGS = "closings";

    private final ElementMemory memory;
    private final String element;
    private final String prefix;
    /** The ETMS ids of the tickets that are open at the platform as far as we know; null until they have been read. */
    private Set<String> open;

    /** @param url of the server; the links of another server are separate */
    TmfLinks(ElementMemory memory, String element, String url) {
        this.memory = memory;
        this.element = element;
        this.prefix = "tmf621." + Integer.toHexString(url.hashCode()) + ".";
    }

    Optional<TmfLink> find(String ticketId) {
        return memory.recall(element, prefix + ticketId).map(TmfLinks::read);
    }

    /** The ETMS ids of all tickets that are open at the platform as far as we know. */
    List<String> open() {
        if (open == null) {
            // read once: the links of closed tickets are kept too, and their number grows
            Set<String> read = new TreeSet<>();
            memory.recallAll(element, prefix).forEach((name, text) -> {
                if (!read(text).over()) {
                    read.add(name.substring(prefix.length()));
                }
            });
            open = read;
        }
        return List.copyOf(open);
    }

    private static TmfLink read(String text) {
        try {
            Map<String, String> all = JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {});
            String id = all.remove(ID);
            String closings = all.remove(CLOSINGS);
            return new TmfLink(id, closings == null ? 0 : Integer.parseInt(closings), all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("written by us", e);
        }
    }

    void put(String ticketId, TmfLink link) {
        Map<String, String> all = new TreeMap<>(link.known());
        all.put(ID, link.id());
        all.put(CLOSINGS, String.valueOf(link.closings()));
        try {
            memory.remember(element, prefix + ticketId, JSON.writeValueAsString(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts", e);
        }
        note(ticketId, !link.over());
    }

    void forget(String ticketId) {
        memory.remember(element, prefix + ticketId, null);
        note(ticketId, false);
    }

    private void note(String ticketId, boolean isOpen) {
        if (open == null) {
            return;
        }
        if (isOpen) {
            open.add(ticketId);
        } else {
            open.remove(ticketId);
        }
    }
}
