/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.jdbc.outbox.OutboxLine.Accepted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxCopyTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    @TempDir
    Path folder;

    /** Whichever byte changes, the other lines are read, and the request is either unchanged or missing. */
    @Test
    void aChangedByteAffectsItsOwnLineOnly() throws Exception {
        Path file = folder.resolve("copy");
        OutboxCopy copy = new OutboxCopy(Optional.of(file));
        for (int i = 0; i < 3; i++) {
            copy.accepted(entry(i));
        }
        copy.over("key 1");
        byte[] whole = Files.readAllBytes(file);
        List<Accepted> first = List.of(Accepted.of(entry(0)));
        List<Accepted> last = List.of(Accepted.of(entry(2)));
        int middle = new String(whole, 0, whole.length, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        for (int at = 0; at < middle - 1; at++) {
            for (int change : new int[] {'x', '\\', '\t', 0xff}) {
                if (whole[at] != (byte) change) {
                    byte[] changed = whole.clone();
                    changed[at] = (byte) change;
                    Files.write(file, changed);
                    OutboxCopy damaged = new OutboxCopy(Optional.of(file));
                    assertThat(damaged.read())
                            .as("byte %d changed to %d", at, change)
                            .containsExactlyElementsOf(last);
                    assertThat(damaged.warning()).isPresent();
                }
            }
        }
        Files.write(file, whole);
        List<Accepted> all = new ArrayList<>(first);
        all.addAll(last);
        assertThat(new OutboxCopy(Optional.of(file)).read()).containsExactlyElementsOf(all);
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        Path file = folder.resolve("copy");
        OutboxCopy copy = new OutboxCopy(Optional.of(file));
        copy.accepted(entry(1));
        assertThat(rights(file)).isEqualTo("rw-------");
        Files.writeString(file, "no line of ours\n");
        copy.read();
        copy.replace(List.of(entry(1)));
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(folder.resolve("copy-unreadable"))).isEqualTo("rw-------");
    }

    private static String rights(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static OutboxEntry entry(int number) {
        TicketRequest request =
                TicketRequest.note("EXT-" + number, "line one\n\ttwo \\ \u20ac", "note-" + number, "mbean");
        return new OutboxEntry(
                number,
                "system",
                "key " + number,
                request,
                RequestState.WAITING,
                0,
                false,
                0,
                NOW,
                "",
                "",
                NOW,
                null,
                "");
    }
}
