/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Container.HeldDuty;
import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.duty.SharedDutiesContract;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.duty.Presence.Role;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.lease.Fence;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.store.migration.SchemaMigration;
import io.vsatlink.testkit.Await;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Duties as rows of a database that several containers reach. */
abstract class JdbcDutiesContract extends SharedDutiesContract {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String LONG_AGO = "'2000-01-01 00:00:00'";

    private Database database;
    private JdbcDuties first;
    private JdbcDuties second;

    abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = database();
        new SchemaMigration(CLOCK).migrate(database);
        first = container("noc-1");
        second = container("noc-2");
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private JdbcDuties container(String name) {
        Instant since = Instant.parse("2026-11-28T03:00:00Z");
        return (JdbcDuties) StoreDuties.of(database, new Occupant(name, name + " run 1", "", "0.2.0", since), CLOCK);
    }

    @Override
    public Duties first() {
        return first;
    }

    @Override
    public Duties second() {
        return second;
    }

    @Override
    public String nameOfTheFirst() {
        return "noc-1";
    }

    @Override
    public void stop() {
        first.close();
    }

    @Override
    public void vanish() throws SQLException {
        first.vanish();
        endTheLeaseOf("noc-1");
    }

    private void endTheLeaseOf(String name) throws SQLException {
        execute("UPDATE member SET lease_end = " + LONG_AGO + " WHERE name = '" + name + "'");
    }

    @Test
    void aSuspendedContainerWritesNothingForADutyThatAnotherOneHasTaken() throws Exception {
        Duty ours = first.apply(DutyKind.POLL, "uat", IGNORED);
        await("the first has the duty", ours::ours);
        Fence fence = first.fence(DutyKind.POLL, "uat");
        Transactions writing = new Transactions(database, fence);
        writing.write("a row", c -> 1);
        vanish();
        writing.write("a row while nobody has taken the duty", c -> 1);
        Duty theirs = second.apply(DutyKind.POLL, "uat", IGNORED);
        await("the second has the duty", theirs::ours);
        assertThatThrownBy(() -> writing.write("a row", c -> 1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not have the polls of element uat");
        assertThat(ours.ours()).isFalse();
        assertThatThrownBy(fence::requireOurs).isInstanceOf(StoreException.class);
        assertThat(first.presence().refusals()).isOne();
        assertThat(second.presence().refusals()).isZero();
    }

    @Test
    void eachContainerSeesAllOfThemAndWhatTheyDo() throws Exception {
        List<Duty> ours = List.of(
                first.hold(DutyKind.POLL, "uat"), first.hold(DutyKind.FRONT, "etms"), first.hold(DutyKind.POLL, "lab"));
        Duty theirs = second.hold(DutyKind.PRUNE, "");
        Instant before = Instant.now().minusSeconds(60);
        assertThat(second.containers())
                .extracting(Container::name, Container::here, Container::works, Container::version, Container::duties)
                .containsExactly(
                        tuple(
                                "noc-1",
                                false,
                                true,
                                "0.2.0",
                                List.of(
                                        new HeldDuty(DutyKind.FRONT, "etms"),
                                        new HeldDuty(DutyKind.POLL, "lab"),
                                        new HeldDuty(DutyKind.POLL, "uat"))),
                        tuple("noc-2", true, true, "0.2.0", List.of(new HeldDuty(DutyKind.PRUNE, ""))));
        assertThat(second.containers()).allSatisfy(each -> {
            assertThat(each.since()).isEqualTo("2026-11-28T03:00:00Z");
            assertThat(each.lastHeartbeat()).isBetween(before, Instant.now().plusSeconds(60));
            assertThat(each.clockOffset().abs()).isLessThan(Duration.ofSeconds(5));
        });
        await("the second has seen both", () -> second.presence().containers() == 2);
        assertThat(second.presence()).isEqualTo(new Presence(Role.MEMBER, 2, 1, 0));
        vanish();
        assertThat(second.containers())
                .extracting(
                        Container::name, Container::works, each -> each.duties().size())
                .containsExactly(tuple("noc-2", true, 1), tuple("noc-1", false, 0));
        await("the second is alone", () -> second.presence().containers() == 1);
        ours.forEach(Duty::close);
        theirs.close();
    }

    @Test
    void aContainerWithAWrongClockSaysSoAndKeepsItsDuties() {
        JdbcDuties fast = (JdbcDuties) StoreDuties.of(
                database,
                new Occupant("noc-3", "noc-3 run 1", "", "0.2.0", Instant.EPOCH),
                Clock.offset(CLOCK, Duration.ofMinutes(16)));
        try (Duty duty = fast.hold(DutyKind.POLL, "uat")) {
            assertThat(duty.ours()).isTrue();
            assertThat(fast.warning().orElseThrow())
                    .matches(
                            "The clock of this container is 9[56]\\d seconds ahead of the database's; set the clocks by NTP");
            assertThat(second.containers())
                    .filteredOn(each -> each.name().equals("noc-3"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.clockOffset()).isGreaterThan(Duration.ofMinutes(15)));
            assertThat(second.warning()).isEmpty();
        } finally {
            fast.close();
        }
    }

    @Test
    void aFreeDutyGoesToThePreferredContainerAndAfterAWhileToAnyThatWantsIt() {
        List<Duty> firsts = new ArrayList<>();
        List<Duty> seconds = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            firsts.add(first.apply(DutyKind.POLL, "element-" + i, IGNORED));
            seconds.add(second.apply(DutyKind.POLL, "element-" + i, IGNORED));
        }
        await("all are held", () -> count(firsts) + count(seconds) == 20);
        // the names are fixed, and so is who is preferred; whoever began later has some because the other one waits
        assertThat(count(firsts)).isPositive();
        assertThat(count(seconds)).isPositive();
        Duty unwanted = seconds.stream().filter(Duty::ours).findFirst().orElseThrow();
        Duty other = firsts.get(seconds.indexOf(unwanted));
        unwanted.close();
        await("the only one that wants it has it", other::ours);
        assertThat(count(firsts)).isGreaterThan(1);
        firsts.forEach(Duty::close);
        seconds.forEach(Duty::close);
    }

    private static long count(List<Duty> duties) {
        return duties.stream().filter(Duty::ours).count();
    }

    @Test
    void whoHasNotAppliedDoesNotWrite() {
        Fence fence = first.fence(DutyKind.FRONT, "etms");
        assertThatThrownBy(fence::requireOurs)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the tickets of etms");
    }

    @Test
    void nobodyTakesADutyWhileItsHolderWrites() throws Exception {
        Duty ours = first.apply(DutyKind.POLL, "uat", IGNORED);
        await("the first has the duty", ours::ours);
        try (Connection writing = database.connect()) {
            first.fence(DutyKind.POLL, "uat").beforeWriting(writing);
            vanish();
            Duty theirs = second.apply(DutyKind.POLL, "uat", IGNORED);
            assertThat(Await.comesTrue(3_000, theirs::ours)).isFalse();
            writing.commit();
            await("the second has the duty", theirs::ours);
        }
    }

    @Test
    void aContainerWhoseLeaseExpiredLosesAllAndAppliesAgain() throws Exception {
        AtomicInteger told = new AtomicInteger();
        Duty ours = first.apply(DutyKind.POLL, "uat", told::incrementAndGet);
        await("the first has the duty", ours::ours);
        endTheLeaseOf("noc-1");
        await("it is told of the gain, the loss and the next gain", () -> told.get() >= 3);
        await("it has the duty again", ours::ours);
        assertThat(second.containers())
                .filteredOn(each -> each.name().equals("noc-1") && each.works())
                .hasSize(1);
        assertThat(number("SELECT fence FROM duty WHERE subject = 'uat'")).isGreaterThan(1);
    }

    /** On Derby, who waits for each other does so for 20 seconds, which is longer than a lease. */
    @Test
    void containersThatJoinAndRenewAtTheSameTimeKeepTheirLeases() throws Exception {
        AtomicInteger kept = new AtomicInteger();
        List<Thread> containers = new ArrayList<>();
        for (int i = 3; i <= 6; i++) {
            String name = "noc-" + i;
            Thread container = new Thread(() -> {
                Membership membership = new Membership(
                        database, new Occupant(name, name + " run 1", "", "0.2.0", Instant.EPOCH), CLOCK);
                for (int n = 0; n < 100; n++) {
                    membership.renew();
                }
                kept.addAndGet(membership.run().equals(name + " run 1") ? 1 : 0);
            });
            container.start();
            containers.add(container);
        }
        for (Thread container : containers) {
            container.join();
        }
        assertThat(kept.get()).isEqualTo(4);
        assertThat(second.containers()).hasSize(6);
    }

    @Test
    void aLeaseOfBeforeTheClockWasSetBackHoldsNothing() throws Exception {
        Duty ours = first.apply(DutyKind.POLL, "uat", IGNORED);
        await("the first has the duty", ours::ours);
        first.vanish();
        execute("UPDATE member SET lease_end = '2099-01-01 00:00:00' WHERE name = 'noc-1'");
        try (Duty theirs = second.apply(DutyKind.POLL, "uat", IGNORED)) {
            await("the second has the duty", theirs::ours);
        }
    }

    @Test
    void atEachMomentOneContainerWritesWhateverHappensToLeases() throws Exception {
        execute("CREATE TABLE written (row_no BIGINT GENERATED ALWAYS AS IDENTITY, fence BIGINT, name VARCHAR(20))");
        AtomicBoolean ended = new AtomicBoolean();
        List<JdbcDuties> all = List.of(first, second, container("noc-3"));
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            JdbcDuties duties = all.get(i);
            String name = "noc-" + (i + 1);
            duties.apply(DutyKind.FRONT, "etms", IGNORED);
            Transactions writing = new Transactions(database);
            Thread writer = new Thread(() -> {
                while (!ended.get()) {
                    writeIfOurs(writing.under(duties.fence(DutyKind.FRONT, "etms")), name);
                }
            });
            writer.start();
            writers.add(writer);
        }
        for (int takeover = 1; takeover <= 6; takeover++) {
            long owners = takeover;
            Await.until("takeover " + takeover, () -> number("SELECT COUNT(DISTINCT fence) FROM written") >= owners);
            endTheLeaseOf("noc-" + ThreadLocalRandom.current().nextInt(1, 4));
            execute("UPDATE member SET lease_end = " + LONG_AGO
                    + " WHERE run = (SELECT run FROM duty WHERE subject = 'etms')");
        }
        ended.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
        all.get(2).close();
        assertThat(number("SELECT COUNT(*) FROM written a JOIN written b ON a.row_no < b.row_no AND a.fence > b.fence"))
                .as("rows of a former holder after the next one's")
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM written a JOIN written b ON a.fence = b.fence AND a.name <> b.name"))
                .as("two holders with one number")
                .isZero();
    }

    private static void writeIfOurs(Transactions writing, String name) {
        try {
            writing.write("a row", c -> {
                try (Statement statement = c.createStatement()) {
                    // the duty's row is locked: its number is that of this transaction
                    return statement.executeUpdate("INSERT INTO written (fence, name) SELECT fence, '" + name
                            + "' FROM duty WHERE subject = 'etms'");
                }
            });
            Thread.sleep(1);
        } catch (StoreException e) {
            // another one has the duty
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            long number = result.getLong(1);
            connection.commit();
            return number;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }
}
