/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are in the items of a listing, or that each item has a call of its own for. */
class NestedListingsTest {
    private static final String NESTED =
            """
            "path": "/sites", "itemsPointer": "/items", "rows": "/circuits", "key": "circuitId",
            "columns": {"circuitId": "/circuitId", "status": "/status", "locationId": {"parent": "/site/name"}}
            """;

    private static final String PER_ITEM =
            """
            "path": "/sites", "itemsPointer": "/items", "key": "circuitId",
            "perItem": {"path": "/sites/${number}/circuits", "parameters": {"number": "/site/number"}, "itemsPointer": ""},
            "columns": {"circuitId": "/circuitId", "status": "/status", "locationId": {"parent": "/site/name"}}
            """;

    private static final String LINKS =
            """
            "path": "/circuits", "itemsPointer": "", "key": "circuitId", "paging": {"style": "next"},
            "perItem": {"linkPointer": "/href"}, "columns": {"circuitId": "/circuitId", "status": "/status"}
            """;

    private static final String DISTINCT =
            """
            "path": "/sites", "itemsPointer": "/items", "rows": "/provider", "distinct": true, "key": "circuitId",
            "columns": {"circuitId": "/circuitId", "status": "/status"}
            """;

    private final MemoryVsatStore store = new MemoryVsatStore();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private NestedVendor vendor;
    private String note = "";

    @BeforeEach
    void start() throws Exception {
        vendor = new NestedVendor();
    }

    @AfterEach
    void end() {
        vendor.close();
        threads.shutdownNow();
    }

    @Test
    void rowsInTheItemsAreRead() throws Exception {
        poll(NESTED);
        assertThat(stored()).extracting(Row::key).containsExactlyElementsOf(vendor.allCircuits());
        assertThat(stored()).allSatisfy(row -> {
            String site = "N" + Integer.parseInt(row.key().substring(1, 3));
            assertThat(row.values()).contains(site);
            assertThat(row.extraJson()).isEqualTo("{\"beam\":\"B1\"}");
        });
    }

    @Test
    void rowsByACallForEachItemAreReadSeveralAtATime() throws Exception {
        poll(PER_ITEM);
        assertThat(stored()).extracting(Row::key).containsExactlyElementsOf(vendor.allCircuits());
        assertThat(stored()).allSatisfy(row -> assertThat(row.values())
                .contains("N" + Integer.parseInt(row.key().substring(1, 3))));
        assertThat(vendor.mostAtOnce.get()).isBetween(2, 4);
    }

    @Test
    void fewerRowsOfAnItemThanTheVendorReportsFailThePoll() {
        vendor.counts = true;
        assertThatThrownBy(() -> poll(PER_ITEM)).isInstanceOf(SyncFailed.class).hasMessageContaining("3 rows");
    }

    @Test
    void soDoFewerThanTheBodyReports() throws Exception {
        vendor.countsInBody = true;
        String counted = PER_ITEM.replace(
                "\"itemsPointer\": \"\"}", "\"itemsPointer\": \"/rows\", \"totalPointer\": \"/total\"}");
        assertThatThrownBy(() -> poll(counted))
                .isInstanceOf(SyncFailed.class)
                .hasMessageContaining("page 1 has 2 of the 3 rows that the vendor reports");

        // of three sites, none has more rows than a response
        vendor.sites = 3;
        poll(counted);
        assertThat(stored()).extracting(Row::key).containsExactlyElementsOf(vendor.allCircuits());
    }

    @Test
    void aBodyWithoutItsTotalFailsThePoll() {
        vendor.countsInBody = true;
        assertThatThrownBy(() -> poll(PER_ITEM.replace(
                        "\"itemsPointer\": \"\"}", "\"itemsPointer\": \"/rows\", \"totalPointer\": \"/sum\"}")))
                .isInstanceOf(SyncFailed.class)
                .hasMessageContaining("/sum");
    }

    @Test
    void aPageOfLinksIsFollowedLinkByLink() throws Exception {
        poll(LINKS);
        assertThat(stored()).extracting(Row::key).containsExactlyElementsOf(vendor.allCircuits());
    }

    @Test
    void aLinkToAnotherHostIsNotFollowed() throws Exception {
        String elsewhere = LINKS.replace("/href", "/away");
        assertThatThrownBy(() -> poll(elsewhere))
                .isInstanceOf(SyncFailed.class)
                .hasMessageContaining("leads to another server, which is not followed");
    }

    @Test
    void aLinkByAnotherNameOfTheServerIsFollowedWhereTheProfileSaysSo() throws Exception {
        poll(LINKS.replace("/href", "/away")
                .replace("\"next\"}", "\"next\", \"nextRewrite\": {\"http://127.0.0.2\": \"/circuits\"}}"));
        assertThat(stored()).extracting(Row::key).containsExactlyElementsOf(vendor.allCircuits());
    }

    @Test
    void aListInWhichNoRowIsReadableFailsThePoll() {
        assertThatThrownBy(() -> poll(LINKS.replace("/circuitId", "/nothing")))
                .isInstanceOf(SyncFailed.class)
                .hasMessageContaining("are bad, for instance one (circuitId: the key is missing)");
    }

    @Test
    void aFewRowsOfWhichNoneIsReadableFailThePollToo() {
        vendor.sites = 4;
        assertThatThrownBy(() -> poll(LINKS.replace("/circuitId", "/nothing")))
                .isInstanceOf(SyncFailed.class)
                .hasMessageContaining("6 rows are all bad, for instance one (circuitId: the key is missing)");
    }

    @Test
    void anItemWhoseIdWouldChangeThePathIsSetAside() throws Exception {
        vendor.siteName = "..";
        assertThatThrownBy(() -> poll(PER_ITEM.replace("/site/number", "/site/name")))
                .isInstanceOf(SyncFailed.class)
                .hasMessageContaining("the /site/name of an item is .., which would request another path");
        assertThat(vendor.calls).noneMatch(call -> call.contains(".."));
    }

    @Test
    void anItemThatFailsOnceIsReadAgain() throws Exception {
        vendor.failOnce.putAll(Map.of("/sites/0/circuits", 500, "/sites/11/circuits", 503, "/sites/24/circuits", 500));
        poll(PER_ITEM);
        assertThat(stored()).extracting(Row::key).containsExactlyElementsOf(vendor.allCircuits());
    }

    @Test
    void anItemThatKeepsFailingFailsThePoll() {
        vendor.always.put("/sites/11/circuits", 400);
        assertThatThrownBy(() -> poll(PER_ITEM))
                .isInstanceOf(SyncFailed.class)
                .hasMessageStartingWith("rows of 11: ")
                .hasMessageContaining("400");
    }

    @Test
    void anItemThatIsGoneIsReported() throws Exception {
        vendor.always.put("/sites/11/circuits", 404);
        poll(PER_ITEM);
        assertThat(stored()).hasSize(vendor.allCircuits().size() - 3);
        assertThat(note).contains("1 of 25 items returned HTTP 404");
    }

    @Test
    void aMistypedPathIsNotTakenForNoRows() {
        assertThatThrownBy(() -> poll(PER_ITEM.replace("}/circuits", "}/cirquits")))
                .isInstanceOf(SyncFailed.class)
                .hasMessage(
                        "each call of /sites/${number}/cirquits returned HTTP 404, 25 calls in all; correct perItem in"
                                + " the vendor profile");
    }

    @Test
    void aMistypedPlaceIsNotTakenForNoRows() {
        assertThatThrownBy(() -> poll(NESTED.replace("\"/circuits\"", "\"/cirquits\"")))
                .isInstanceOf(SyncFailed.class)
                .hasMessage("none of the 25 items has /cirquits; correct rows in the vendor profile");
    }

    @Test
    void anItemThatCanNotBeAskedAboutRemovesNothing() throws Exception {
        poll(PER_ITEM);
        vendor.withoutNumber = 7;
        assertThat(poll(PER_ITEM).removed()).isZero();
        assertThat(note)
                .isEqualTo("; 1 row set aside, for instance one (an item has no /site/number to request its rows by)");
        assertThat(stored()).extracting(Row::key).containsExactlyElementsOf(vendor.allCircuits());
    }

    /** Otherwise a vendor could have our secrets sent to whatever reads its queries. */
    @Test
    void aValueOfTheVendorIsNoPlaceholder() throws Exception {
        vendor.siteName = "${username} ${password}/%d";
        poll(PER_ITEM.replace(
                "\"parameters\": {",
                "\"query\": {\"name\": \"${name}\"}, \"parameters\": {\"name\": \"/site/name\", "));
        assertThat(stored()).hasSameSizeAs(vendor.allCircuits());
        assertThat(vendor.calls).contains("/sites/1/circuits?name=%24%7Busername%7D+%24%7Bpassword%7D%2F1");
        assertThat(vendor.calls).noneMatch(call -> call.contains("name=u"));
    }

    @Test
    void equalRowsOfSeveralItemsAreOne() throws Exception {
        poll(DISTINCT);
        assertThat(stored()).extracting(Row::key).containsExactly("P1");
        assertThat(note).isEmpty();
        vendor.provider = "\"provider\":{\"circuitId\":\"P1\",\"status\":\"SITE\"}";
        assertThatThrownBy(() -> poll(DISTINCT))
                .isInstanceOf(SyncFailed.class)
                .hasMessageContaining("another item has a row with the same key and other values");
    }

    @ParameterizedTest
    @CsvSource({"NESTED, 3", "PER_ITEM, 3", "LINKS, 3", "DISTINCT, 1"})
    void theCheckOfAProfileReadsTheRows(String which, int rows) throws Exception {
        Map<String, String> all = Map.of(
                "NESTED",
                NESTED,
                "PER_ITEM",
                PER_ITEM,
                "LINKS",
                LINKS,
                "DISTINCT",
                DISTINCT.replace(", \"distinct\": true", ""));
        VendorProfile profile = profile(all.get(which));
        try (VendorClient client = client(profile)) {
            String text = String.join(
                    "\n",
                    new ProfileCheck(profile, client).listing("circuits", 10).lines());
            assertThat(text).contains("circuitId").contains("/circuitId");
            assertThat(text).doesNotContain("no row has");
        }
    }

    private Generation poll(String listing) throws Exception {
        VendorProfile profile = profile(listing);
        PatientCaller caller = new PatientCaller();
        caller.limit(4, 0);
        try (VendorClient client = client(profile);
                GenerationWriter writer = store.open("uat", CIRCUITS)) {
            Sync sync = new Sync(
                    new SyncRules("row", 5, false),
                    ListedPages.of(client, CIRCUITS, 10).orElseThrow(),
                    new FieldMemory(store, "uat", "satprov", CIRCUITS),
                    new PageCalls(caller, threads, 4),
                    new StopSignal(),
                    SyncListener.NOBODY);
            Sync.Result result = sync.read(writer);
            note = result.note();
            if (!result.sure()) {
                writer.keepMissing();
            }
            return writer.publish();
        }
    }

    private List<Row> stored() {
        try (var snapshot = store.snapshot("uat");
                var rows = snapshot.rows(CIRCUITS)) {
            return rows.toList();
        }
    }

    private VendorClient client(VendorProfile profile) {
        return new VendorClient(
                profile, Endpoint.of("http://127.0.0.1", vendor.port(), "ByPassProxy", ""), new Credentials("u", "p"));
    }

    private static VendorProfile profile(String listing) throws ProfileException {
        String json =
                """
                {"vocabulary": 2, "name": "lab", "version": 1, "others": null, "auth": {"type": "basic"}, "errors": {},
                 "paging": {"style": "page", "pageParameter": "page", "firstPage": 0, "totalPointer": "/total"},
                 "listings": {"circuits": {%s}}}"""
                        .formatted(listing);
        ProfileNeeds needs = new ProfileNeeds(
                Set.of(), Map.of("circuits", new ListingNeeds(CIRCUITS.columns(), "circuitId")), Map.of());
        return ProfileReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "lab.json", needs);
    }
}
