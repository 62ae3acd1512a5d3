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

/** The requests of a system, as people look at them and decide about them. Thread-safe; waits for the database only. */
public final class RequestBook {
    private static final Logger LOG = LoggerFactory.getLogger(RequestBook.class);

    private final Outbox outbox;
    private final Age age;
    private volatile Requests last = Requests.NONE;

    /** @param age of the oldest request that is not over */
    public RequestBook(Outbox outbox, Age age) {
        this.outbox = outbox;
        this.age = age;
    }

    /** What is not over first, and the numbers that go with it. Where the database can't be asked the numbers are the last. */
    public Requests requests(String system) {
        return asked(() -> {
            // what a backend takes up between two questions of the store is in both answers
            Map<Long, OutboxEntry> entries = new LinkedHashMap<>();
            outbox.entries(system, Rows.MOST).forEach(entry -> entries.putIfAbsent(entry.id(), entry));
            List<OutboxEntry> read = List.copyOf(entries.values());
            return requests(read, read.size() < Rows.MOST ? Requests.counts(read) : outbox.counts(system));
        });
    }

    /** Only the numbers. */
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
