package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.EmbeddedDerby;
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

/** What is left of the outbox when the database is lost. */
class OutboxRecoveryTest {
    private static final String SYSTEM = "https://etms.example:443 UAT vsat";
    private static final Claimant BACKEND = new Claimant("noc-1", "start 1", "backend", Duration.ofMinutes(5));

    @TempDir
    Path folder;

    private JdbcVsatStore store;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewDatabaseHasWhatWasAcceptedAndIsNotOver() throws Exception {
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

    @Test
    void aLineThatAKillCutShortIsNone() throws Exception {
        accept("EXT-1");
        Files.writeString(folder.resolve("db-outbox"), "+\tabc\tsys", StandardOpenOption.APPEND);
        loseTheDatabase();
        assertThat(store.outbox().entries(SYSTEM, 10)).hasSize(1);
    }

    @Test
    void aDatabaseThatHasThemTakesNothingFromTheCopy() throws Exception {
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

    private Receipt accept(String externalId) {
        return store.outbox().accept(SYSTEM, TicketRequest.submit(externalId, Map.of("severity", "2"), "mbean"), "");
    }

    private void loseTheDatabase() throws Exception {
        store.close();
        Files.move(folder.resolve("db"), folder.resolve("lost"));
        open();
    }
}
