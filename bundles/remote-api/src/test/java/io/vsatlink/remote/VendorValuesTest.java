/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.ItemReader;
import io.vsatlink.remote.json.Document;
import io.vsatlink.remote.json.Envelope;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Any value is read, rejected or refused, without other exceptions and without delay. */
class VendorValuesTest {
    private static final int ROUNDS = 1500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final List<Column> FIELDS = List.of(
            field("id", ColumnType.TEXT),
            field("tier", ColumnType.INTEGER),
            field("lat", ColumnType.DECIMAL),
            field("on", ColumnType.BOOLEAN),
            field("at", ColumnType.TIME),
            field("seconds", ColumnType.TIME),
            field("millis", ColumnType.TIME),
            field("day", ColumnType.TIME),
            field("amount", ColumnType.DECIMAL),
            field("kit", ColumnType.OBJECTS));

    private static final String PROFILE =
            """
            {"vocabulary": 1, "name": "v", "version": 1, "auth": {"type": "basic"},
             "errors": {"codePointers": ["/list/0"], "messagePointers": ["/list/0", "/x"], "inside200": {"pointer": "/list/0"}},
             "listings": {"things": {"path": "/things", "itemsPointer": "/items", "key": "id",
              "paging": {"style": "cursor", "cursorParameter": "c", "nextPointer": "/next/0/href", "totalPointer": "/total",
                         "sizePointer": "/size"},
              "columns": {
               "id": "/id", "tier": "/tier", "lat": {"pointer": "/lat", "missing": ["NaN"]}, "on": "/on", "at": "/at",
               "seconds": {"pointer": "/seconds", "written": "epochSeconds"},
               "millis": {"pointer": "/millis", "written": "epochMillis"},
               "day": {"pointer": "/day", "written": {"pattern": "dd/MM/uuuu HH:mm", "zone": "Europe/Brussels"}},
               "amount": {"pointer": "/amount", "written": {"decimal": ",", "grouping": "."}},
               "kit": "/kit",
               "deep": {"pointer": "/list/0/0/x", "type": "integer"}}}}}
            """;

    private static Column field(String name, ColumnType type) {
        return new Column(name, type, false);
    }

    private static VendorProfile profile(byte[] json) throws ProfileException {
        return ProfileReader.read(
                new ByteArrayInputStream(json),
                "test",
                new ProfileNeeds(Set.of(), Map.of("things", new ListingNeeds(FIELDS, "id")), Map.of()));
    }

    @Test
    void answersOfAnyKindAreReadOrRefused() throws Exception {
        VendorProfile profile = profile(PROFILE.getBytes(UTF_8));
        ListingProfile listing = profile.listings().get("things");
        Envelope envelope = Envelope.of(listing, profile.errors());
        ItemReader reader = new ItemReader(listing.items());
        int read = 0;
        int refused = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomJson random = new RandomJson(seed);
            String items = "[" + random.object(2) + "," + random.object(1) + "," + random.value(1) + "]";
            String answer = "{\"list\":%s,\"next\":%s,\"total\":%s,\"items\":%s,\"size\":%s}"
                    .formatted(
                            random.value(1),
                            random.any(List.of("[{\"href\":\"?p=2\"}]", random.value(1))),
                            random.any(List.of("7", random.value(0))),
                            random.any(List.of(items, random.value(1))),
                            random.any(List.of("7", random.value(0))));
            byte[] bytes = random.damaged(answer.getBytes(UTF_8));
            List<Item> found = new ArrayList<>();
            FieldTally tally = reader.tally();
            long start = System.nanoTime();
            try {
                Envelope.Figures figures = envelope.read(
                        new ByteArrayInputStream(bytes), (parser, name) -> found.add(reader.read(parser, name, tally)));
                assertThat(figures.rows()).isEqualTo(found.size());
                read++;
            } catch (IOException e) {
                assertThat(e).as("seed " + seed).isInstanceOf(MalformedAnswer.class);
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed, e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed " + seed)
                    .isLessThan(PATIENCE);
        }
        assertThat(read).as("read").isGreaterThan(ROUNDS / 20);
        assertThat(refused).as("refused").isGreaterThan(ROUNDS / 20);
    }

    @Test
    void smallAnswersOfAnyKindAreReadOrRefused() throws Exception {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomJson random = new RandomJson(seed);
            byte[] bytes = random.damaged(random.value(3).getBytes(UTF_8));
            long start = System.nanoTime();
            try {
                Document document = Document.read(bytes);
                for (String pointer : List.of("", "/", "/0", "/id", "/list/0", "/seconds")) {
                    assertThat(document.text(List.of(pointer))).isNotNull();
                    assertThat(document.shown(pointer)).isNotNull();
                    assertThat(document.wholeNumber(pointer)).isNotNull();
                }
            } catch (MalformedAnswer e) {
                assertThat(e).as("seed " + seed).hasNoCause();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed, e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed " + seed)
                    .isLessThan(PATIENCE);
        }
    }

    @Test
    void whateverAPageNamesAsTheNextIsAnAddressOfTheSameServerOrRefused() throws Exception {
        PageQuery query =
                new PageQuery(profile(PROFILE.getBytes(UTF_8)).listings().get("things"), Map.of());
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomJson random = new RandomJson(seed);
            String told =
                    random.any(List.of("", "?", "/", "//", "http:", "http://v:1", "mailto:", "#", "..", "%", "\\", " "))
                            + random.value(0).replace("\"", "");
            try {
                query.of(new PageRef.After(told), URI.create("http://v:1")).ifPresent(path -> assertThat(
                                URI.create("http://v:1" + path).getAuthority())
                        .isEqualTo("v:1"));
            } catch (IllegalArgumentException e) {
                // the caller writes the message
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void profilesOfAnyKindAreReadOrRefusedWithThePlace() throws Exception {
        int refused = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomJson random = new RandomJson(seed);
            List<String> parts = List.of(PROFILE.split("(?<=: )|(?=, \")"));
            StringBuilder text = new StringBuilder();
            int changed = Math.floorMod(seed * 31, parts.size());
            for (int i = 0; i < parts.size(); i++) {
                text.append(i == changed ? random.value(2) : parts.get(i));
            }
            try {
                profile(random.damaged(text.toString().getBytes(UTF_8)));
            } catch (ProfileException e) {
                assertThat(e.mistakes()).as("seed " + seed).isNotEmpty();
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }
}
