/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PageOutcome;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.jdbc.Postgres;
import io.vsatlink.testkit.MovableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in a PostgreSQL database while pages come, and what was asked of it. */
class GatheredPagesTest {
    private static final String ELEMENT = "production";
    private static final int PAGE = 250;

    private final MovableClock clock = new MovableClock();
    private DataSource source;
    private JdbcVsatStore store;

    @BeforeEach
    void open() throws SQLException {
        source = Postgres.create();
        store = JdbcVsatStore.open(Postgres.open(source), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void pagesAreWrittenWhenEnoughRowsCame() throws SQLException {
        try (GenerationWriter writer = opened()) {
            for (int page = 0; page < GatheredPages.ROWS / PAGE; page++) {
                writer.write(page(page, 1));
                assertThat(versions()).isZero();
            }
            writer.write(page(10, 1));
            assertThat(versions()).isEqualTo(GatheredPages.ROWS);
            assertThat(writer.publish().rows()).isEqualTo(GatheredPages.ROWS + PAGE);
            assertThat(versions()).isEqualTo(GatheredPages.ROWS + PAGE);
        }
    }

    @Test
    void pagesOfASlowListingAreWrittenAfterASecond() throws SQLException {
        try (GenerationWriter writer = opened()) {
            writer.write(page(0, 1));
            clock.advance(Duration.ofMillis(900));
            writer.write(page(1, 1));
            assertThat(versions()).isZero();
            clock.advance(Duration.ofMillis(200));
            writer.write(page(2, 1));
            assertThat(versions()).isEqualTo(2 * PAGE);
        }
    }

    @Test
    void pagesOfLongTextsAreWrittenEarlier() throws SQLException {
        String text = "x".repeat(Column.MAX_TEXT);
        int rows = (8 << 20) / Column.MAX_TEXT + 1;
        try (GenerationWriter writer = opened()) {
            for (int i = 0; i < rows; i++) {
                writer.write(List.of(withAlias("K" + i, text)));
                assertThat(versions()).isZero();
            }
            writer.write(page(0, 1));
            assertThat(versions()).isEqualTo(rows);
        }
    }

    private static Row withAlias(String key, String alias) {
        List<Object> values =
                new ArrayList<>(Collections.nCopies(Dataset.CIRCUITS.columns().size(), null));
        values.set(Dataset.CIRCUITS.keyIndex(), key);
        values.set(Dataset.CIRCUITS.indexOf("circuitAlias"), alias);
        return new Row(Dataset.CIRCUITS, values, null);
    }

    @Test
    void changedRowsOfAllPagesAreClosedByOneStatement() throws SQLException {
        publish(1);
        noteStatements();
        Generation next = publish(2);
        assertThat(next.changed()).isEqualTo(4 * PAGE);
        assertThat(texts("SELECT what FROM asked")).containsExactly("UPDATE", "INSERT");
        assertThat(count("SELECT COUNT(*) FROM circuits WHERE last_generation = 1"))
                .isEqualTo(4 * PAGE);
        assertThat(count("SELECT COUNT(*) FROM circuits_current")).isEqualTo(4 * PAGE);
    }

    @Test
    void anUnchangedPollWritesNoRowAndNextToNothingIntoTheLog() throws SQLException {
        publish(1);
        noteStatements();
        Postgres.execute(source, "CHECKPOINT");
        // a page that is changed for the first time after a checkpoint is logged as a whole; so let the state's be
        publish(1);
        long before = count("SELECT pg_current_wal_insert_lsn() - '0/0'");
        assertThat(publish(1).changed()).isZero();
        assertThat(count("SELECT pg_current_wal_insert_lsn() - '0/0'") - before).isLessThan(100_000);
        assertThat(texts("SELECT what FROM asked")).isEmpty();
    }

    @Test
    void aKeyThatWaitsAndComesAgainIsADuplicateWhoseLastContentIsStored() throws SQLException {
        try (GenerationWriter writer = opened()) {
            writer.write(List.of(Rows.circuit("A", "Up"), Rows.circuit("B", "Up")));
            assertThat(writer.write(List.of(Rows.circuit("A", "Down")))).isEqualTo(new PageOutcome(0, 0, 0, 1));
            assertThat(writer.publish().rows()).isEqualTo(2);
        }
        assertThat(texts("SELECT status FROM circuits_current ORDER BY circuit_id"))
                .containsExactly("Down", "Up");
    }

    @Test
    void aRowThatWaitsAndIsKeptIsNotCountedTwice() {
        publish(1);
        try (GenerationWriter writer = opened()) {
            List<Row> changed = page(0, 2);
            writer.write(changed);
            writer.keep(changed.get(0).key());
            assertThat(writer.missing()).isEqualTo(3 * PAGE);
            assertThat(writer.publish().removed()).isEqualTo(3 * PAGE);
        }
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenOnceWhenTheDatabaseTakesItAgain() throws SQLException {
        publish(1);
        try (GenerationWriter writer = opened()) {
            writer.write(page(0, 2));
            writer.write(page(4, 1));
            refuse();
            assertThatThrownBy(writer::beginPass)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("circuits of element")
                    .hasMessageContaining("PostgreSQL");
            assertThatThrownBy(writer::publish).isInstanceOf(StoreException.class);
            accept();
            writer.write(Stream.of(page(1, 1), page(2, 1), page(3, 1))
                    .flatMap(List::stream)
                    .toList());
            assertThat(writer.publish())
                    .extracting(Generation::rows, Generation::added, Generation::changed, Generation::removed)
                    .containsExactly(5L * PAGE, (long) PAGE, (long) PAGE, 0L);
        }
        assertThat(count("SELECT COUNT(*) FROM circuits_current")).isEqualTo(5 * PAGE);
        assertThat(versions()).isEqualTo(6 * PAGE);
    }

    @Test
    void aFailureToWriteIsToldBeforeTheNextPageIsTaken() throws SQLException {
        try (GenerationWriter writer = opened()) {
            writer.write(page(0, 1));
            refuse();
            clock.advance(Duration.ofSeconds(2));
            assertThatThrownBy(() -> writer.write(page(1, 1))).isInstanceOf(StoreException.class);
            accept();
            assertThat(writer.write(page(1, 1))).isEqualTo(new PageOutcome(PAGE, 0, 0, 0));
            assertThat(writer.publish().rows()).isEqualTo(2 * PAGE);
        }
    }

    @Test
    void nothingIsLeftOfWhatWasWrittenOrWaitedInAnAbandonedGeneration() throws SQLException {
        publish(1);
        try (GenerationWriter writer = opened()) {
            writer.write(page(0, 2));
            writer.beginPass();
            assertThat(versions()).isEqualTo(5 * PAGE);
            writer.write(page(4, 1));
        }
        assertThat(publish(1))
                .extracting(Generation::rows, Generation::added, Generation::changed, Generation::removed)
                .containsExactly(4L * PAGE, 0L, 0L, 0L);
        assertThat(versions()).isEqualTo(4 * PAGE);
    }

    private GenerationWriter opened() {
        return store.open(ELEMENT, Dataset.CIRCUITS);
    }

    /** Publishes four pages with this content. */
    private Generation publish(int content) {
        try (GenerationWriter writer = opened()) {
            IntStream.range(0, 4).forEach(page -> writer.write(page(page, content)));
            return writer.publish();
        }
    }

    private static List<Row> page(int number, int content) {
        return Rows.circuits(number * PAGE, (number + 1) * PAGE, content);
    }

    private void refuse() throws SQLException {
        Postgres.execute(source, "ALTER TABLE circuits ADD CONSTRAINT refused CHECK (first_generation < 0) NOT VALID");
    }

    private void accept() throws SQLException {
        Postgres.execute(source, "ALTER TABLE circuits DROP CONSTRAINT refused");
    }

    /** From now on, each statement that writes circuits leaves a row. */
    private void noteStatements() throws SQLException {
        Postgres.execute(
                source,
                "CREATE TABLE asked (what TEXT);"
                        + " CREATE FUNCTION ask() RETURNS TRIGGER LANGUAGE plpgsql AS"
                        + " 'BEGIN INSERT INTO asked VALUES (TG_OP); RETURN NULL; END';"
                        + " CREATE TRIGGER asks AFTER INSERT OR UPDATE OR DELETE ON circuits EXECUTE FUNCTION ask()");
    }

    private long versions() throws SQLException {
        return count("SELECT COUNT(*) FROM circuits");
    }

    private long count(String query) throws SQLException {
        return Long.parseLong(texts(query).get(0));
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }
}
