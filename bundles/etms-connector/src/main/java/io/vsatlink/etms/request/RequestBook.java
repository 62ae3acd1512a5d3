/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.parameters.Rows;
import io.vsatlink.runtime.Age;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the requests of a system to users and applies their decisions. Thread-safe; waits for the database only. */
public final class RequestBook {
    private static final Logger LOG = LoggerFactory.getLogger(RequestBook.class);

    private final Outbox outbox;
    private final Age age;
    private volatile Requests last = Requests.NONE;

    /** @param age computes the age of the oldest unfinished request */
    public RequestBook(Outbox outbox, Age age) {
        this.outbox = outbox;
        this.age = age;
    }

    /** The requests, unfinished ones first, with matching counts. If the database is not available, the last known counts. */
    public Requests requests(String system) {
        return asked(() -> {
            // an entry that a backend claims between the two queries of the store is in both results
            Map<Long, OutboxEntry> entries = new LinkedHashMap<>();
            outbox.entries(system, Rows.MOST).forEach(entry -> entries.putIfAbsent(entry.id(), entry));
            List<OutboxEntry> read = List.copyOf(entries.values());
            return requests(read, read.size() < Rows.MOST ? Requests.counts(read) : outbox.counts(system));
        });
    }

    /** Only the counts. */
    public Requests counted(String system) {
        return asked(() -> requests(List.of(), outbox.counts(system)));
    }

    private Requests requests(List<OutboxEntry> entries, OutboxCounts counts) {
        Duration oldest = counts.oldest() == null ? Duration.ZERO : age.of(counts.oldest());
        return new Requests(entries, counts, oldest, "");
    }

    private Requests asked(Supplier<Requests> question) {
        try {
            last = question.get();
            return last;
        } catch (StoreException e) {
            LOG.debug("The requests can't be read", e);
            return last.unread(e.getMessage());
        }
    }

    /** Retries a blocked or discarded request. */
    public String retry(String system, long id) {
        return outbox.retry(system, id)
                .map(entry -> "Request " + entry.id() + " is waiting to be sent.")
                .orElseThrow(() -> new IllegalArgumentException("no blocked or discarded request has the id " + id));
    }

    /** Discards a waiting or blocked request. */
    public String discard(String system, long id) {
        return outbox.discard(system, id)
                .map(entry -> "Request " + entry.id() + " is discarded and will not be sent.")
                .orElseThrow(() -> new IllegalArgumentException("no waiting or blocked request has the id " + id));
    }
}
