/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import io.vsatlink.itests.fleet.DutyBook.Holding;
import io.vsatlink.testkit.Await;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Deals blows to a fleet, one after the other, and waits each time until work goes on. */
final class Blows {
    /** So long nobody waits: what takes longer is a failure, and the figures say how long it took. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Fleet fleet;
    private final Random random;
    private final List<Dealt> dealt = new ArrayList<>();
    private final List<Blow> bag = new ArrayList<>();
    private final List<Woken> woken = new ArrayList<>();
    private long commitsUnderWay;

    /**
     * A blow.
     *
     * @param at from when on others have to work
     * @param victim empty if it was nobody's in particular
     * @param subjects what the victim did, or was done at all
     */
    record Dealt(Blow blow, Instant at, String victim, List<Subject> subjects) {}

    /** When a suspended member went on. */
    record Woken(String member, Instant at) {}

    Blows(Fleet fleet, Random random) {
        this.fleet = fleet;
        this.random = random;
    }

    /** Of each kind one, in any order, before there is another one of any. */
    void next() throws Exception {
        if (bag.isEmpty()) {
            bag.addAll(List.of(Blow.values()));
            // what one container suffers is the rule
            bag.addAll(List.of(Blow.KILL, Blow.SUSPEND));
            Collections.shuffle(bag, random);
        }
        Blow blow = bag.remove(bag.size() - 1);
        Member victim = victim();
        System.out.println(Instant.now() + " " + blow + (blow == Blow.FAIL_OVER ? "" : " " + victim.name()));
        switch (blow) {
            case KILL -> kill(victim);
            case SUSPEND -> suspend(victim);
            case CUT -> cut(victim);
            case CROWD -> crowd(victim);
            case FAIL_OVER -> failOver();
        }
    }

    /** Mostly the one that polls. */
    private Member victim() throws Exception {
        List<Member> members = fleet.members();
        if (random.nextInt(4) == 0) {
            return members.get(random.nextInt(members.size()));
        }
        Subject wanted = fleet.subjects().get(random.nextInt(fleet.subjects().size()));
        Await.until(
                PATIENCE, "somebody does " + wanted.name(), () -> holder(wanted).isPresent());
        return holder(wanted).orElseThrow();
    }

    private Optional<Member> holder(Subject subject) throws SQLException {
        try (Connection admin = fleet.database().admin()) {
            return DutyBook.holdings(admin).stream()
                    .filter(each -> is(each, subject))
                    .reduce((earlier, later) -> later)
                    .flatMap(last -> fleet.members().stream()
                            .filter(each -> each.name().equals(last.name()))
                            .findFirst());
        }
    }

    static boolean is(Holding holding, Subject subject) {
        return holding.kind().equals(subject.kind()) && holding.subject().equals(subject.name());
    }

    private List<Subject> heldBy(Member member) throws SQLException {
        List<Subject> held = new ArrayList<>();
        for (Subject each : fleet.subjects()) {
            if (holder(each).equals(Optional.of(member))) {
                held.add(each);
            }
        }
        return held;
    }

    private void kill(Member victim) throws Exception {
        List<Subject> held = heldBy(victim);
        Instant now = Instant.now();
        victim.kill();
        Dealt blow = add(Blow.KILL, now, victim.name(), held);
        if (random.nextBoolean()) {
            awaitOthers(blow);
        } else {
            pause(0, 5_000);
        }
        victim.start();
        awaitAnybody(blow);
    }

    private void suspend(Member victim) throws Exception {
        List<Subject> held = heldBy(victim);
        Instant now = Instant.now();
        victim.suspend();
        try {
            awaitOthers(add(Blow.SUSPEND, now, victim.name(), held));
            // past its lease, also if it had no duty
            pause(held.isEmpty() ? 11_000 : 0, 15_000);
        } finally {
            woken.add(new Woken(victim.name(), Instant.now()));
            victim.resume();
        }
    }

    private void cut(Member victim) throws Exception {
        List<Subject> held = heldBy(victim);
        Instant now = Instant.now();
        victim.database().cut();
        try {
            awaitOthers(add(Blow.CUT, now, victim.name(), held));
            pause(held.isEmpty() ? 11_000 : 0, 30_000);
        } finally {
            victim.database().mend();
        }
    }

    /** Somebody takes all connections that the database has left, and those of one container. */
    private void crowd(Member victim) throws Exception {
        List<Connection> taken = new ArrayList<>();
        try {
            takeAll(taken);
            try (Connection admin = fleet.database().admin();
                    Statement statement = admin.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity JOIN member"
                        + " ON application_name = 'vsatlink:' || run WHERE name LIKE '%/" + victim.name() + "'");
            }
            Instant end = Instant.now().plusMillis(10_000 + random.nextInt(10_000));
            while (Instant.now().isBefore(end)) {
                takeAll(taken);
                Thread.sleep(20);
            }
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
        awaitAnybody(add(Blow.CROWD, Instant.now(), "", fleet.subjects()));
    }

    private void takeAll(List<Connection> taken) {
        try {
            while (true) {
                taken.add(fleet.database().user());
            }
        } catch (SQLException e) {
            if (!"53300".equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void failOver() throws Exception {
        DatabasePair database = fleet.database();
        DatabasePair.FailedOver failedOver = database.failOver(random);
        commitsUnderWay += failedOver.commitsUnderWay();
        fleet.members().forEach(each -> each.database().to(database.port()));
        awaitAnybody(add(Blow.FAIL_OVER, failedOver.at(), "", fleet.subjects()));
        database.renewStandby();
    }

    private Dealt add(Blow blow, Instant at, String victim, List<Subject> subjects) {
        Dealt added = new Dealt(blow, at, victim, subjects);
        dealt.add(added);
        return added;
    }

    private void awaitOthers(Dealt blow) throws Exception {
        awaitCalls(blow, blow.victim());
    }

    private void awaitAnybody(Dealt blow) throws Exception {
        awaitCalls(blow, "");
    }

    private void awaitCalls(Dealt blow, String not) throws Exception {
        for (Subject subject : blow.subjects()) {
            Await.until(PATIENCE, "after " + blow + " calls go on: " + subject, () -> fleet.calls()
                    .first(call -> call.at().isAfter(blow.at())
                            && call.isPageOf(subject)
                            && !call.container().equals(not))
                    .isPresent());
        }
    }

    private void pause(int atLeast, int atMost) throws InterruptedException {
        Thread.sleep(atLeast + random.nextInt(atMost - atLeast));
    }

    List<Dealt> dealt() {
        return dealt;
    }

    List<Woken> woken() {
        return woken;
    }

    long commitsUnderWay() {
        return commitsUnderWay;
    }
}
