/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.Tickets;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fills a store with everything that it can have, by its ports. */
final class Everything {
    static final String ELEMENT = "uat";
    static final String SYSTEM = "etms";
    static final Claimant CLAIMANT = new Claimant("here", "start 1", "backend", Duration.ofMinutes(5));

    /** All that one of the databases cannot store as it is. */
    static final String ODD = "a\u0000b\uD83Dc\uDE00d\uFFFFe\uFFFF0041 \uD83D\uDE00 ";

    private static final Instant AT = Instant.parse("2026-11-28T10:00:00.123456Z");

    private static Path filled;

    private Everything() {}

    /** Creates an embedded database with everything, {@code db} in this folder. */
    static synchronized void copyTo(Path folder) throws IOException {
        if (filled == null) {
            filled = Files.createTempDirectory(Path.of("target"), "everything");
            Database database = EmbeddedDerby.open(filled.resolve("db"));
            try (JdbcVsatStore store =
                    JdbcVsatStore.open(database, Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)))) {
                into(store);
            }
        }
        try (Stream<Path> files = Files.walk(filled)) {
            for (Path file : files.filter(each -> !each.equals(filled)).toList()) {
                Files.copy(file, folder.resolve(filled.relativize(file)));
            }
        }
    }

    private static void into(JdbcVsatStore store) {
        for (Dataset dataset : Dataset.values()) {
            for (int generation = 1; generation <= 3; generation++) {
                publish(store, dataset, generation);
            }
            store.journal().append(polled(dataset, PollOutcome.SUCCEEDED, ""));
        }
        store.journal().append(polled(Dataset.CIRCUITS, PollOutcome.FAILED, "page 3: \u00e9\uD83D\uDE00"));
        hold(store);
        abandon(store);
        tickets(store);
        requests(store);
        store.memory().remember(ELEMENT, "fact", ODD + "x".repeat(3 * Column.MAX_TEXT) + ODD);
        store.memory().remember(ELEMENT, "small", "1");
    }

    private static void publish(JdbcVsatStore store, Dataset dataset, int generation) {
        try (GenerationWriter writer = store.open(ELEMENT, dataset)) {
            writer.write(rows(dataset, generation));
            if (dataset == Dataset.CUSTOMERS) {
                writer.mark(new ChangeMark(AT, "lastModified"));
            }
            writer.publish();
        }
    }

    /** Some rows stay, some change, some go and some come. */
    private static List<Row> rows(Dataset dataset, int generation) {
        List<Row> rows = new ArrayList<>();
        for (int i = generation * 10; i < generation * 10 + 60; i++) {
            rows.add(Rows.full(dataset, "K" + i, i % 3 == 0 ? i + generation : i));
        }
        rows.add(Rows.row(dataset, "none"));
        rows.add(odd(dataset, "odd" + ODD.replace("\u0000", "").strip(), generation));
        rows.add(odd(dataset, "odd ", generation));
        rows.add(Rows.full(dataset, "\uE000", 1));
        rows.add(Rows.full(dataset, "\uD83D\uDE00", 1));
        return rows;
    }

    private static Row odd(Dataset dataset, String key, int generation) {
        List<Object> values = new ArrayList<>();
        for (Column column : dataset.columns()) {
            values.add(
                    switch (column.type()) {
                        case TEXT, OBJECTS ->
                            column.equals(dataset.keyColumn())
                                    ? key
                                    : column.name().endsWith("Id")
                                            ? "id"
                                            : ODD
                                                    + "y".repeat(column.equals(longest(dataset)) ? Column.MAX_TEXT : 1)
                                                    + generation;
                        case INTEGER -> Long.MIN_VALUE + generation;
                        case DECIMAL -> -0.1;
                        case BOOLEAN -> false;
                        case TIME ->
                            new TimeValue(
                                    "1999-11-28T10:00:00.12345678" + generation + "Z",
                                    Instant.parse("1999-11-28T10:00:00.12345678" + generation + "Z"));
                    });
        }
        return new Row(dataset, values, "{\"more\":\"" + ODD + "\"}");
    }

    /** One that is longer than its column. */
    private static Column longest(Dataset dataset) {
        return dataset.columns().stream()
                .filter(column ->
                        column.type() == ColumnType.TEXT && !column.name().endsWith("Id"))
                .findFirst()
                .orElseThrow();
    }

    private static PollRecord polled(Dataset dataset, PollOutcome outcome, String reason) {
        return new PollRecord(
                ELEMENT,
                dataset,
                AT,
                AT.plusSeconds(3),
                outcome,
                reason,
                3,
                2,
                64,
                10,
                20,
                10,
                outcome == PollOutcome.FAILED);
    }

    private static void hold(JdbcVsatStore store) {
        try (GenerationWriter writer = store.open(ELEMENT, Dataset.LOCATIONS)) {
            writer.write(rows(Dataset.LOCATIONS, 9).subList(0, 5));
            writer.mark(new ChangeMark(AT, "lastModified"));
            writer.hold();
        }
    }

    /** What a killed poll leaves. */
    private static void abandon(JdbcVsatStore store) {
        GenerationWriter writer = store.open(ELEMENT, Dataset.DEVICES);
        writer.write(rows(Dataset.DEVICES, 4).subList(0, 20));
    }

    private static void tickets(JdbcVsatStore store) {
        for (String owner : List.of("noc", "field")) {
            try (GenerationWriter writer = store.tickets().open(SYSTEM)) {
                writer.write(List.of(
                        Tickets.with(Tickets.ticket("T1"), "owner", owner).row(),
                        Tickets.with(Tickets.ticket("T2"), "description", ODD).row(),
                        Tickets.ticket("T-" + owner).row()));
                writer.publish();
            }
        }
        store.tickets()
                .told(
                        SYSTEM,
                        "platform",
                        store.tickets().changes(SYSTEM, "platform", 2).get(1));
    }

    /** One in each state, one of them after an attempt. */
    private static void requests(JdbcVsatStore store) {
        for (int i = 1; i <= 8; i++) {
            store.outbox()
                    .accept(
                            SYSTEM,
                            TicketRequest.submit("EXT-" + i, Map.of("summary", "no " + i + " = \u00fc" + ODD), "event"),
                            "");
        }
        store.outbox().accept(SYSTEM, TicketRequest.note("EXT-1", "a note", "note-1", "console"), "T1");
        List<Claim> claims = store.outbox().claim(SYSTEM, CLAIMANT, 6);
        store.outbox().delivered(claims.get(0), "T1");
        store.outbox().retryAt(claims.get(1), AT, "no answer" + ODD, true);
        store.outbox().block(claims.get(2), "refused", false);
        store.outbox().block(claims.get(3), "refused", true);
        store.outbox().discard(SYSTEM, claims.get(3).entry().id());
        store.outbox().repeating(claims.get(4), 2);
    }

    /** The request of which a call is on its way. */
    static Claim claimed(JdbcVsatStore store) {
        return store.outbox().entries(SYSTEM, 100).stream()
                .filter(entry -> entry.request().reference().equals("EXT-5"))
                .map(entry -> new Claim(entry, 1))
                .findFirst()
                .orElseThrow();
    }
}
