/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What remains of the outbox after the loss of the database. */
class OutboxRecoveryTest {
    private static final String SYSTEM = "https://etms.example:443 UAT vsat";
    private static final Claimant BACKEND = new Claimant("noc-1", "start 1", "backend", Duration.ofMinutes(5));

    @TempDir
    Path folder;

    private JdbcVsatStore store;
    private int lost;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewDatabaseGetsTheUnfinishedRequests() throws Exception {
        accept("EXT-1");
        Receipt second = accept("EXT-2");
        Receipt third = accept("EXT-3");
        List<Claim> claims = store.outbox().claim(SYSTEM, BACKEND, 2);
        store.outbox().delivered(claims.get(0), "T1");
        store.outbox().block(claims.get(1), "HTTP 422", false);
        store.outbox().discard(SYSTEM, second.id());
        store.outbox().accept(SYSTEM, TicketRequest.note("EXT-1", "line one\n\tline \\two", "note-1", "shell"), "T1");
        OutboxEntry lost = store.outbox().find(SYSTEM, third.id()).orElseThrow();

        loseTheDatabase();

        List<OutboxEntry> found = store.outbox().entries(SYSTEM, 10);
        assertThat(found).extracting(entry -> entry.request().reference()).containsExactly("EXT-3", "EXT-1");
        assertThat(found.get(0))
                .extracting(OutboxEntry::key, OutboxEntry::createdAt, OutboxEntry::mayHaveArrived)
                .containsExactly(lost.key(), lost.createdAt(), true);
        assertThat(found.get(1).request().fields()).isEqualTo(Map.of("text", "line one\n\tline \\two"));
        assertThat(found.get(1).ticketId()).isEqualTo("T1");
        assertThat(accept("EXT-3").duplicate()).isTrue();
    }

    /**
     * Otherwise each loss of the database would allow the same number of tickets again for a request that ETMS does not find.
     */
    @Test
    void theNumberOfRepetitionsSurvivesTheLossOfTheDatabase() throws Exception {
        accept("EXT-1");
        Claim claim = store.outbox().claim(SYSTEM, BACKEND, 1).get(0);
        for (int repeats = 1; repeats <= 3; repeats++) {
            assertThat(store.outbox().repeating(claim, repeats)).isTrue();
        }
        loseTheDatabase();
        OutboxEntry found = store.outbox().entries(SYSTEM, 10).get(0);
        assertThat(found.repeats()).isEqualTo(3);
        assertThat(found.mayHaveArrived()).isTrue();

        // the lines that were read are rewritten
        loseTheDatabase();
        Claim again = store.outbox().claim(SYSTEM, BACKEND, 1).get(0);
        assertThat(again.entry().repeats()).isEqualTo(3);
        store.outbox().block(again, "a person has to look", true);
        assertThat(store.outbox().retry(SYSTEM, again.entry().id())).isPresent();
        loseTheDatabase();
        assertThat(store.outbox().entries(SYSTEM, 10).get(0).repeats()).isZero();
    }

    @Test
    void aLostClaimDoesNotCountInTheCopy() throws Exception {
        accept("EXT-1");
        Claim claim = store.outbox().claim(SYSTEM, BACKEND, 1).get(0);
        store.outbox().startOver(new Claimant("noc-1", "start 2", "backend", Duration.ofMinutes(5)));
        assertThat(store.outbox().repeating(claim, 4)).isFalse();
        loseTheDatabase();
        assertThat(store.outbox().entries(SYSTEM, 10).get(0).repeats()).isZero();
    }

    @Test
    void anIncompleteLineAfterAKillIsIgnored() throws Exception {
        accept("EXT-1");
        Files.writeString(folder.resolve("db-outbox"), "+\tabc\tsys", StandardOpenOption.APPEND);
        loseTheDatabase();
        assertThat(store.outbox().entries(SYSTEM, 10)).hasSize(1);
    }

    @Test
    void aDatabaseThatHasTheRequestsTakesNoneFromTheCopy() throws Exception {
        accept("EXT-1");
        Path copy = folder.resolve("db-outbox");
        String before = Files.readString(copy);
        store.outbox().delivered(store.outbox().claim(SYSTEM, BACKEND, 1).get(0), "T1");
        store.close();
        Files.writeString(copy, before);
        open();
        assertThat(store.outbox().entries(SYSTEM, 10))
                .extracting(OutboxEntry::state)
                .containsExactly(RequestState.DELIVERED);
        assertThat(copy).isEmptyFile();
    }

    @Test
    void anUnreadableLineDoesNotAffectOthers() throws Exception {
        accept("EXT-1");
        Path copy = folder.resolve("db-outbox");
        List<String> bad = List.of(
                "+\tk\tsys\tSUBMIT\tEXT\\x\t\tmbean\t\t2026-11-24T03:00:00Z\ta=b",
                "+\tk\tsys\tSUBMIT\tEXT\t\tmbean\t\t2026-11-24T03:00:00Z\ta=\\\\u00zz",
                "+\tk\tsys\tSUBMIT\tEXT\t\tmbean\t\t2026-11-24T03:00:00Z\ta=b\t-1",
                "+\tk\tsys\tSUBMIT\tEXT\t\tmbean\t\t2026-11-24T03:00:00Z\ta=b\tmany",
                "+\tk\tsys\tWISH\tEXT\t\tmbean\t\t2026-11-24T03:00:00Z\ta=b",
                "+\tk\tsys\tSUBMIT\t\t\tmbean\t\t2026-11-24T03:00:00Z\ta=b",
                "+\tk\tsys\tSUBMIT\tEXT\t\tmbean\t\tyesterday\ta=b",
                "+\tk\tsys\tSUBMIT\tEXT\t\tmbean\t\t-5000-11-24T03:00:00Z\ta=b",
                "+\tk\t" + "s".repeat(256) + "\tSUBMIT\tEXT\t\tmbean\t\t2026-11-24T03:00:00Z\ta=b",
                "no line of ours",
                "");
        Files.writeString(copy, String.join("\n", bad) + "\n", StandardOpenOption.APPEND);
        Files.write(copy, new byte[] {'-', '\t', (byte) 0xc3, '(', '\n'}, StandardOpenOption.APPEND);
        Files.writeString(
                copy,
                "+\tof 0.1.0\t" + SYSTEM + "\tSUBMIT\tEXT-0\t\tmbean\t\t2026-11-24T03:00:00Z\ta=b\\n\n",
                StandardOpenOption.APPEND);
        loseTheDatabase();

        assertThat(store.outbox().entries(SYSTEM, 10))
                .extracting(entry -> entry.request().reference())
                .containsExactly("EXT-1", "EXT-0");
        Path aside = folder.resolve("db-outbox-unreadable");
        assertThat(Files.readAllLines(aside, StandardCharsets.ISO_8859_1))
                .startsWith(bad.toArray(String[]::new))
                .hasSize(bad.size() + 1);
        assertThat(Files.readAllLines(copy)).hasSize(2);
        assertThat(store.warning().orElseThrow()).contains(aside.toString());

        store.close();
        open();
        assertThat(store.outbox().entries(SYSTEM, 10)).hasSize(2);
        assertThat(Files.readAllLines(aside, StandardCharsets.ISO_8859_1)).hasSize(bad.size() + 1);
        Files.delete(aside);
        assertThat(store.warning()).isEmpty();
    }

    @Test
    void linesThatCannotBeSetAsideStay() throws Exception {
        Files.writeString(folder.resolve("db-outbox"), "no line of ours\n", StandardOpenOption.APPEND);
        Files.createDirectory(folder.resolve("db-outbox-unreadable"));
        accept("EXT-1");
        loseTheDatabase();
        assertThat(store.outbox().entries(SYSTEM, 10)).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("db-outbox"))).hasSize(2).contains("no line of ours");
        assertThat(store.warning().orElseThrow()).contains("db-outbox-unreadable");
    }

    @Test
    void aCopyThatIsNotAFileIsReportedAndTheDatabaseStaysOpen() throws Exception {
        store.close();
        Files.delete(folder.resolve("db-outbox"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("db-outbox").toString())
                        .start()
                        .waitFor())
                .isZero();
        open();
        accept("EXT-1");
        assertThat(store.outbox().entries(SYSTEM, 10)).hasSize(1);
        assertThat(store.warning().orElseThrow()).contains("db-outbox").contains("not a regular file");
    }

    @Test
    void anUnpairedSurrogateIsPreserved() throws Exception {
        Map<String, String> fields = Map.of("summary", "cut \ud83d", "description", "\udc00 \ud83d\ude80 \\u0041");
        store.outbox().accept(SYSTEM, TicketRequest.submit("EXT-\ud83d", fields, "mbean"), "");
        loseTheDatabase();
        assertThat(store.outbox().entries(SYSTEM, 10).get(0).request())
                .isEqualTo(TicketRequest.submit("EXT-\ud83d", fields, "mbean"));
    }

    private Receipt accept(String externalId) {
        return store.outbox().accept(SYSTEM, TicketRequest.submit(externalId, Map.of("severity", "2"), "mbean"), "");
    }

    private void loseTheDatabase() throws Exception {
        store.close();
        Files.move(folder.resolve("db"), folder.resolve("lost " + ++lost));
        open();
    }
}
