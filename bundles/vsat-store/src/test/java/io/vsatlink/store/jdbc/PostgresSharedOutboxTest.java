/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.TicketRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresSharedOutboxTest extends SharedOutboxContract {
    @Override
    String createDatabase() throws SQLException {
        return Postgres.createAddress();
    }

    @Test
    void aTicketThatAnotherContainerChangesDoesNotHoldUpTheOthers() throws Exception {
        for (int i = 1; i <= 3; i++) {
            outbox(0).accept(SYSTEM, TicketRequest.submit("EXT-" + i, Map.of(), "mbean"), "");
        }
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("SELECT 1 FROM ticket_line WHERE line ="
                        + " (SELECT line FROM ticket_name WHERE name = 'EXT-2') FOR UPDATE");
            }
            assertThat(outbox(1).claim(SYSTEM, backend(1), 5))
                    .extracting(claim -> claim.entry().request().reference())
                    .containsExactly("EXT-1", "EXT-3");
            outbox(1).accept(SYSTEM, TicketRequest.submit("EXT-4", Map.of(), "mbean"), "");
        }
        assertThat(outbox(1).claim(SYSTEM, backend(1), 5))
                .extracting(claim -> claim.entry().request().reference())
                .containsExactly("EXT-2", "EXT-4");
    }
}
