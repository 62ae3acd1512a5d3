/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.beams;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.store.MemoryVsatStore.Slot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.itests.beams.BeamsReadings.Beam;
import io.vsatlink.itests.beams.BeamsReadings.Polled;
import io.vsatlink.kit.command.ProfiledElement;
import io.vsatlink.kit.connection.Connection;
import io.vsatlink.kit.connection.ConnectionState;
import io.vsatlink.kit.element.ElementParts;
import io.vsatlink.kit.sync.FieldMemory;
import io.vsatlink.kit.sync.ListedPages;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.kit.sync.PageSource;
import io.vsatlink.kit.sync.Sync;
import io.vsatlink.kit.sync.SyncFailed;
import io.vsatlink.kit.sync.SyncListener;
import io.vsatlink.kit.sync.SyncRules;
import io.vsatlink.parameters.Rows;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.file.ProfileInForce;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** An element with its parameters and its polling schedule. */
final class BeamsElement implements ProfiledElement {
    private static final int ROWS_PER_PAGE = 20;
    private static final SyncRules SYNC = new SyncRules("row", 5, false);

    private final ElementParts<VendorClient> parts;
    private final MemoryVsatStore store;
    private final ElementMemory memory;
    private final Executor poller;
    private final PageCalls calls;
    private final Map<BeamListing, Long> polledAt = new ConcurrentHashMap<>();
    private final Map<BeamListing, String> reasons = new ConcurrentHashMap<>();
    private volatile Duration interval = Duration.ZERO;
    private volatile StopSignal stop = new StopSignal();
    private volatile boolean stopping;

    BeamsElement(ElementParts<VendorClient> parts, MemoryVsatStore store, ElementMemory memory) {
        this.parts = parts;
        this.store = store;
        this.memory = memory;
        poller = parts.runtime().one("poll");
        calls = new PageCalls(new PatientCaller(), parts.runtime().asNeeded("page"), 4);
    }

    void use(Duration next) {
        interval = next;
    }

    /** Stops the running poll and clears the queue. */
    void stop() {
        stopping = true;
        stop.stop();
    }

    /** The schedule, called by the element's clock. */
    void tick() {
        parts.gate().closeRetired();
        parts.gate().client().ifPresent(client -> {
            for (BeamListing listing : BeamListing.values()) {
                Long before = polledAt.get(listing);
                if (before == null || System.nanoTime() - before >= interval.toNanos()) {
                    polledAt.put(listing, System.nanoTime());
                    poller.execute(() -> poll(client, listing));
                }
            }
        });
    }

    private void poll(VendorClient client, BeamListing listing) {
        stop = new StopSignal();
        if (stopping) {
            return;
        }
        PageSource pages = ListedPages.of(client, listing, ROWS_PER_PAGE).orElseThrow();
        FieldMemory fields = new FieldMemory(memory, name(), "beams", listing);
        Sync sync = new Sync(SYNC, pages, fields, calls, stop, SyncListener.NOBODY);
        try (GenerationWriter writer = store.open(new Slot(name(), listing))) {
            Sync.Result read = sync.read(writer);
            reasons.put(listing, writer.publish().rows() + " rows" + read.note());
            parts.gate().works(client);
        } catch (SyncFailed e) {
            e.failure().ifPresent(failure -> parts.gate().failed(client, failure));
            reasons.put(listing, e.getMessage());
        } catch (StoreException e) {
            reasons.put(listing, e.getMessage());
        } catch (StoppedException e) {
            reasons.put(listing, "stopped");
        }
        parts.changes().fire();
    }

    BeamsReadings readings() {
        List<Polled> listings = Stream.of(BeamListing.values())
                .map(each -> new Polled(each.key(), rows(each).size(), reasons.getOrDefault(each, "")))
                .toList();
        List<Beam> beams = rows(BeamListing.BEAMS).stream()
                .map(row -> new Beam(row.key(), row.text("satelliteId"), row.text("band")))
                .toList();
        return new BeamsReadings(
                health(),
                parts.settings().problems(parts.profile().problem()),
                Rows.of(Polled.class, listings),
                Rows.of(Beam.class, beams));
    }

    private List<Row> rows(BeamListing listing) {
        Slot slot = new Slot(name(), listing);
        return store.current(slot)
                .map(now -> List.copyOf(store.rows(slot, now.number()).values()))
                .orElse(List.of());
    }

    @Override
    public Health health() {
        Connection now = parts.gate().connection();
        Health.Level level = now.state() == ConnectionState.CONNECTED ? Health.Level.OK : Health.Level.CRITICAL;
        return parts.runtime().clock().health(() -> new Health(level, now.reason()));
    }

    @Override
    public String type() {
        return "Beams";
    }

    @Override
    public String name() {
        return parts.settings().name();
    }

    @Override
    public ProfileInForce profile() {
        return parts.profile();
    }

    @Override
    public VendorClient trial(VendorProfile tried) {
        return parts.gate().trial(tried);
    }

    @Override
    public Path draft(String file, String text) throws IOException {
        return profile().create(file, text);
    }

    @Override
    public int rowsPerPage(String listing) {
        return ROWS_PER_PAGE;
    }
}
