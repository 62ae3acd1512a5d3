/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.MemoryTicketMirror;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.etms.connection.EtmsClient;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.kit.sync.FieldMemory;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.kit.sync.Sync;
import io.vsatlink.kit.sync.SyncFailed;
import io.vsatlink.kit.sync.SyncListener;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ticket list is mirrored completely or not at all, whatever pagination strategy the profile names. */
class TicketListTest {
    private static final String TOTAL = "\"totalPointer\": \"/totalCount\", ";
    private static final String PAGE =
            "\"style\": \"page\", \"pageParameter\": \"page\", \"firstPage\": 1, \"sizeParameter\": \"limit\"";
    private static final String OFFSET =
            "\"style\": \"offset\", \"offsetParameter\": \"offset\", \"sizeParameter\": \"limit\"";
    private static final String CURSOR =
            "\"style\": \"cursor\", \"cursorParameter\": \"cursor\", \"nextPointer\": \"/cursor\", \"sizeParameter\": \"limit\"";
    private static final String NEXT = "\"style\": \"next\", \"nextPointer\": \"/next\"";
    private static final String LINK = "\"style\": \"next\", \"sizeParameter\": \"limit\"";

    @TempDir
    Path etc;

    private final MemoryVsatStore store = new MemoryVsatStore();
    private final MemoryTicketMirror mirror = new MemoryTicketMirror(store);
    private final PatientCaller caller = new PatientCaller();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ListingServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ListingServer();
    }

    @AfterEach
    void stop() {
        threads.shutdown();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PAGE, OFFSET, CURSOR, NEXT, LINK, TOTAL + PAGE, TOTAL + OFFSET, TOTAL + CURSOR, TOTAL + NEXT})
    void isReadCompletelyWithEveryStrategyEvenIfTheServerShortensItsPages(String paging) throws Exception {
        server.most = 70;
        assertThat(poll(paging)).isEqualTo("450 tickets: 450 added, 0 changed, 0 removed" + shortened(paging, 70));
        assertThat(mirrored()).isEqualTo(450);
        server.tickets = 7;
        server.reported = 7;
        assertThat(poll(paging)).startsWith("7 tickets: 0 added, 0 changed, 443 removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, CURSOR, NEXT, LINK})
    void doesNotEndAtAPageThatOmitsTicketsWeMayNotSee(String paging) throws Exception {
        server.leftOutOneIn = 30;
        assertThat(poll(paging)).isEqualTo("435 tickets: 435 added, 0 changed, 0 removed" + shortened(paging, 193));
    }

    /** By number and without a total, nobody can see whether short pages begin where the ones before end. */
    private static String shortened(String paging, int rows) {
        return paging.equals(PAGE)
                ? "; the vendor returns " + rows + " rows per page instead of 200 and reports no total, so rows may be"
                        + " missing: request " + rows + " per page"
                : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {TOTAL + PAGE, TOTAL + OFFSET, TOTAL + CURSOR, TOTAL + NEXT})
    void failsThePollIfItHasFewerTicketsThanEtmsReports(String paging) throws Exception {
        poll(paging);
        server.tickets = 300;
        assertThatThrownBy(() -> poll(paging))
                .isInstanceOf(SyncFailed.class)
                .hasMessage("the vendor reports 450 rows but lists 300, in 4 passes");
        assertThat(mirrored()).isEqualTo(450);
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, OFFSET, CURSOR, TOTAL + PAGE, TOTAL + OFFSET, TOTAL + CURSOR})
    void failsThePollIfEtmsRepeatsItsFirstPage(String paging) {
        server.ignoresPosition = true;
        server.most = 100;
        assertThatThrownBy(() -> poll(paging))
                .isInstanceOf(SyncFailed.class)
                .hasMessageStartingWith("page 2 has the same rows as page 1; the vendor seems to ignore ");
    }

    @Test
    void failsThePollIfTheProfileLooksForTheNextPageInTheWrongPlace() {
        server.nextMember = "nextPage";
        String sized = NEXT + ", \"sizeParameter\": \"limit\"";
        assertThatThrownBy(() -> poll(sized))
                .isInstanceOf(SyncFailed.class)
                .hasMessageStartingWith("no page names the next one at /next; correct nextPointer");
        assertThatThrownBy(() -> poll(TOTAL + NEXT))
                .hasMessage("page 1 has 100 of the 450 rows that the vendor reports, and names no next page at /next;"
                        + " correct nextPointer");
        assertThat(mirror.current("uat")).isEmpty();
    }

    @Test
    void isReportedAsPossiblyIncompleteIfNothingShowsWhetherMoreFollows() throws Exception {
        server.nextMember = "nextPage";
        assertThat(poll(NEXT))
                .isEqualTo(
                        "100 tickets: 100 added, 0 changed, 0 removed; page 1 was taken as complete, because it names no next"
                                + " page at /next");
    }

    @Test
    void isNotEmptyAfterARefusalInTheFormOfAListWithStatus200() throws Exception {
        server.instead = "[\"Ticket list VSAT-ALL: no permission\"]";
        assertThatThrownBy(() -> poll(TOTAL + OFFSET))
                .hasMessageStartingWith("page 1: HTTP 200 from ETMS: Ticket list VSAT-ALL: no permission");
        // the same with a list without an enclosing object, and a profile that describes no refusals
        String bare = profile(OFFSET).replace("\"itemsPointer\": \"/tickets\"", "\"itemsPointer\": \"\"");
        assertThatThrownBy(() -> pollBy(bare))
                .hasMessageStartingWith("page 1: HTTP 200 from ETMS: Ticket list VSAT-ALL: no permission");
        assertThatThrownBy(() -> pollBy(bare.replace("\"inside200\": {\"pointer\": \"/0\"},", "")))
                .hasMessageStartingWith("page 1: the only row of the response is not an object");
    }

    @Test
    void isReadSeveralPagesAtATimeOnceTheFirstHasReportedTheTotal() throws Exception {
        server.most = 70;
        caller.limit(8, 0);
        server.meeting = new CyclicBarrier(3);
        assertThat(poll(TOTAL + PAGE)).startsWith("450 tickets: 450 added");
    }

    @Test
    void keepsTheValuesOfAFieldThatEtmsNoLongerReturns() throws Exception {
        poll(TOTAL + PAGE);
        server.fields = ",\"mood\":\"calm\"";
        assertThat(poll(TOTAL + PAGE))
                .contains("0 removed; the vendor ")
                .contains("status")
                .contains("mood (in 450 rows");
        try (Snapshot snapshot = mirror.snapshot("uat");
                Stream<Row> rows = snapshot.rows(TicketListing.TICKETS)) {
            assertThat(rows.map(row -> row.text("status")).distinct()).containsExactly("Open");
        }
    }

    @Test
    void tellsThatTicketsShareAnIdAndRemovesNone() throws Exception {
        server.numbers = 447;
        assertThat(poll(TOTAL + OFFSET))
                .isEqualTo(
                        "447 tickets: 447 added, 0 changed, 0 removed; ticketId (/ticketId) is not unique: T0 is the key"
                                + " of 2 rows, which differ in summary, so no ticket was removed");
    }

    @Test
    void failsThePollIfManyTicketsShareAnId() {
        server.numbers = 430;
        assertThatThrownBy(() -> poll(TOTAL + OFFSET))
                .isInstanceOf(SyncFailed.class)
                .hasMessage("ticketId (/ticketId) is not unique: T0 is the key of 2 rows, which differ in summary, in 4"
                        + " passes: 450 rows received, 20 of them repeated, and the vendor reports 450");
        assertThat(mirror.current("uat")).isEmpty();
    }

    private String poll(String paging) throws Exception {
        return pollBy(profile(paging));
    }

    private String pollBy(String profile) throws Exception {
        Files.writeString(etc.resolve("tickets.json"), profile);
        VendorProfile read = EtmsProfile.BUILT_IN.inForce(etc).candidate("tickets.json");
        Credentials credentials = new Credentials(
                "ops-user",
                "a-Pa55word",
                Map.of("apiKey", "k", "routeTo", "r", "serviceAccount", false, "ticketListId", "l"),
                Set.of());
        Access access = new Access(
                new Endpoint(URI.create("http://127.0.0.1:" + server.port()), "ByPassProxy", null), credentials);
        try (EtmsClient client = new EtmsClient(access, read)) {
            Sync sync = new Sync(
                    TicketPoll.RULES,
                    client.tickets(),
                    new FieldMemory(store, "frontend", "etms", TicketListing.TICKETS),
                    new PageCalls(caller, threads, 4),
                    new StopSignal(),
                    SyncListener.NOBODY);
            return new TicketPoll(mirror, "uat").run(sync).reason();
        }
    }

    /** Returns the built-in profile with another pagination. */
    private static String profile(String paging) throws Exception {
        try (InputStream in = EtmsProfile.class.getResourceAsStream("etms.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceFirst("(?s)\"paging\": \\{[^}]*}", "\"paging\": {" + paging + "}");
        }
    }

    private long mirrored() {
        try (Snapshot snapshot = mirror.snapshot("uat");
                Stream<Row> rows = snapshot.rows(TicketListing.TICKETS)) {
            return rows.map(Row::key).distinct().count();
        }
    }
}
