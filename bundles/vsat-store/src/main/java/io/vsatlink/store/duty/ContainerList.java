/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Container.HeldDuty;
import io.vsatlink.store.dialect.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the containers and their duties out of {@code member} and {@code duty}. */
final class ContainerList {
    private final String run;
    private final Instant now;

    /**
     * @param run of the container that asks
     * @param now by the database's clock
     */
    ContainerList(String run, Instant now) {
        this.run = run;
        this.now = now;
    }

    List<Container> read(Connection connection) throws SQLException {
        Map<String, List<HeldDuty>> duties = duties(connection);
        List<Container> working = new ArrayList<>();
        List<Container> ended = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT run, name, version, started_at, seen_at, lease_end,"
                                + " clock_offset FROM member ORDER BY name, lease_end DESC, run");
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                Container each = container(result, duties);
                (each.works() ? working : ended).add(each);
            }
        }
        Set<String> names = new HashSet<>();
        working.forEach(each -> names.add(each.name()));
        ended.stream().filter(each -> names.add(each.name())).forEach(working::add);
        return working;
    }

    private Container container(ResultSet result, Map<String, List<HeldDuty>> duties) throws SQLException {
        UtcTimes times = new UtcTimes();
        boolean works = times.get(result, 6).isAfter(now);
        return new Container(
                result.getString(2),
                result.getString(1).equals(run),
                result.getString(3),
                times.get(result, 4),
                times.get(result, 5),
                works,
                Duration.ofMillis(result.getLong(7)),
                works ? duties.getOrDefault(result.getString(1), List.of()) : List.of());
    }

    /** By run. What a newer version does beside is not among them. */
    private static Map<String, List<HeldDuty>> duties(Connection connection) throws SQLException {
        Map<String, List<HeldDuty>> duties = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT run, kind, subject FROM duty WHERE run <> '' ORDER BY kind, subject");
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                String run = result.getString(1);
                DutyKey key = new DutyKey(result.getString(2), result.getString(3));
                key.known().ifPresent(kind -> duties.computeIfAbsent(run, first -> new ArrayList<>())
                        .add(new HeldDuty(kind, key.subject())));
            }
        }
        return duties;
    }
}
