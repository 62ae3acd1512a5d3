/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.ProfileReader;
import io.vsatlink.testkit.http.RawServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that are repeated in each pass: the Reason names the key if it is why, and nothing else does. */
class SharedKeysTest {
    private static final int SIZE = 10;
    private static final SyncRules RULES = new SyncRules("row", 5, false);
    private static final SyncRules LIVELY = new SyncRules("ticket", 4, true);
    private static final Pattern ASKED = Pattern.compile("from=(\\d+)&n=(\\d+)");

    private final MemoryVsatStore store = new MemoryVsatStore();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RawServer server = RawServer.start(this::answer);
    private final List<String> rows = Collections.synchronizedList(new ArrayList<>());
    private Runnable afterFirstPage = () -> {};

    SharedKeysTest() {
        for (int i = 0; i < 45; i++) {
            rows.add(row("C%02d".formatted(i), "N1", "alias " + i));
        }
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private static String row(String id, String network, String alias) {
        return "{\"id\": \"%s\", \"net\": \"%s\", \"alias\": \"%s\", \"beam\": \"B1\"}".formatted(id, network, alias);
    }

    private boolean answer(String request, OutputStream out, Socket socket) throws IOException {
        Matcher asked = ASKED.matcher(request);
        if (!asked.find()) {
            return RawServer.status(out, "404 Not Found", "");
        }
        int from = Integer.parseInt(asked.group(1));
        int to = Math.min(rows.size(), from + Integer.parseInt(asked.group(2)));
        String items = String.join(", ", rows.subList(Math.min(from, to), to));
        boolean more = RawServer.json(out, "{\"total\": " + rows.size() + ", \"items\": [" + items + "]}");
        if (from == 0) {
            afterFirstPage.run();
        }
        return more;
    }

    @Test
    void aKeyOfDifferentRowsOnDifferentPagesIsNamed() {
        rows.set(31, row("C07", "N1", "another"));
        assertReason(
                "circuitId (/id) is not unique: C07 is the key of 2 rows, which differ in circuitAlias, in 5 passes:"
                        + " 45 rows received, 1 of them repeated, and the vendor reports 45");
    }

    @Test
    void aKeyOfDifferentRowsOnOnePageIsNamed() {
        rows.set(8, row("C07", "N2", "another").replace("B1", "B2"));
        assertReason(
                "circuitId (/id) is not unique: C07 is the key of 2 rows, which differ in circuitAlias, nms,"
                        + " fields without a column, in 5 passes: 45 rows received, 1 of them repeated, and the vendor reports 45");
    }

    @Test
    void aColumnThatIsNoKeyAtAllIsNamed() {
        rows.replaceAll(row -> row.replaceFirst("C\\d+", "BE"));
        assertThatThrownBy(() -> poll(RULES, "\"/id\""))
                .isInstanceOf(SyncFailed.class)
                .hasMessageMatching(
                        "circuitId \\(/id\\) is not unique: page \\d has other rows than page \\d, but begins and"
                                + " ends with the keys BE and BE too");
    }

    @Test
    void aColumnThatHasFewValuesIsNamed() {
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, row(i % 2 == 0 ? "BE" : "NL", "N1", "alias " + i));
        }
        assertThatThrownBy(() -> poll(RULES, "\"/id\""))
                .isInstanceOf(SyncFailed.class)
                .hasMessageMatching(
                        "circuitId \\(/id\\) is not unique, or the vendor ignores from: page \\d has other rows"
                                + " than page \\d, but begins and ends with the keys BE and NL too");
    }

    @Test
    void aKeyOfSeveralFieldsIsNamedByAllOfThem() {
        rows.set(31, row("C07", "N1", "another"));
        rows.set(32, row("C08", "N2", "other network"));
        assertThatThrownBy(() -> poll(RULES, "{\"join\": {\"pointers\": [\"/net\", \"/id\"], \"with\": \"-\"}}"))
                .isInstanceOf(SyncFailed.class)
                .hasMessageStartingWith(
                        "circuitId (/net + /id) is not unique: N1-C07 is the key of 2 rows, which differ in");
    }

    @Test
    void equalRowsOnOnePageAreTheVendors() {
        rows.set(8, rows.get(7));
        assertReason("the vendor repeats rows: circuitId (/id) C07 is listed 2 times with the same values, in 5 passes:"
                + " 45 rows received, 1 of them repeated, and the vendor reports 45");
    }

    /** A vendor without an order may repeat rows at the edges of pages, and leave out others. */
    @Test
    void equalRowsOnDifferentPagesMayHaveMoved() {
        rows.set(10, rows.get(9));
        assertReason(
                "rows shifted while they were read, in 5 passes: 45 rows received, 1 of them repeated, and the vendor"
                        + " reports 45");
    }

    /** A listing in the order of change: the row comes on the first page, changes, and comes once more at the end. */
    @Test
    void aRowThatChangesAndMovesInEachPassHasMoved() {
        int[] changes = {0};
        afterFirstPage = () -> {
            rows.remove(rows.size() - 1);
            rows.add(row("C00", "N1", "changed " + ++changes[0]));
            rows.set(0, row("C00", "N1", "changed " + changes[0]));
        };
        assertReason(
                "rows shifted while they were read, in 5 passes: 45 rows received, 1 of them repeated, and the vendor"
                        + " reports 45");
    }

    @Test
    void aBusyListingIsPublishedWithAWarning() throws Exception {
        rows.set(31, row("C07", "N1", "another"));
        Sync.Result result = poll(LIVELY, "\"/id\"");
        assertThat(result.sure()).isFalse();
        assertThat(result.unsure())
                .isEqualTo("circuitId (/id) is not unique: C07 is the key of 2 rows, which differ in circuitAlias");
        assertThat(result.warning()).isEqualTo(result.unsure());
        assertThat(stored()).hasSize(44);
    }

    @Test
    void aBusyListingThatWouldLoseManyRowsIsNot() {
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, row("C" + i % 23, "N1", "alias " + i));
        }
        assertThatThrownBy(() -> poll(LIVELY, "\"/id\""))
                .isInstanceOf(SyncFailed.class)
                .hasMessageStartingWith("circuitId (/id) is not unique: C0 is the key of 2 rows, which differ in")
                .hasMessageContaining("in 4 passes: 45 rows received, 22 of them repeated");
    }

    private void assertReason(String reason) {
        assertThatThrownBy(() -> poll(RULES, "\"/id\""))
                .isInstanceOf(SyncFailed.class)
                .hasMessage(reason);
        assertThat(store.current("uat", CIRCUITS)).isEmpty();
    }

    private List<String> stored() {
        try (var snapshot = store.snapshot("uat");
                var all = snapshot.rows(CIRCUITS)) {
            return all.map(Row::key).toList();
        }
    }

    private Sync.Result poll(SyncRules rules, String key) throws Exception {
        PatientCaller caller = new PatientCaller();
        caller.limit(4, 0);
        VendorProfile profile = profile(key);
        Endpoint endpoint = Endpoint.of("http://127.0.0.1", server.port(), "ByPassProxy", "");
        try (VendorClient client = new VendorClient(profile, endpoint, new Credentials("u", "p"));
                GenerationWriter writer = store.open("uat", CIRCUITS)) {
            Sync sync = new Sync(
                    rules,
                    ListedPages.of(client, CIRCUITS, SIZE).orElseThrow(),
                    new FieldMemory(store, "uat", "satprov", CIRCUITS),
                    new PageCalls(caller, threads, 4),
                    new StopSignal(),
                    SyncListener.NOBODY);
            Sync.Result result = sync.read(writer);
            writer.publish();
            return result;
        }
    }

    private static VendorProfile profile(String key) throws ProfileException {
        String json =
                """
                {"vocabulary": 2, "name": "lab", "version": 1, "others": null, "auth": {"type": "basic"}, "errors": {},
                 "paging": {"style": "offset", "offsetParameter": "from", "sizeParameter": "n", "totalPointer": "/total"},
                 "listings": {"circuits": {"path": "/circuits", "itemsPointer": "/items", "key": "circuitId",
                   "columns": {"circuitId": %s, "circuitAlias": "/alias", "nms": "/net"}}}}
                """
                        .formatted(key);
        ListingNeeds circuits =
                new ListingNeeds(CIRCUITS.columns(), CIRCUITS.keyColumn().name());
        return ProfileReader.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                "lab.json",
                new ProfileNeeds(Set.of(), Map.of("circuits", circuits), Map.of()));
    }
}
