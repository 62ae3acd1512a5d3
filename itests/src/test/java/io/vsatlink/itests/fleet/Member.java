/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServerConnection;

/**
 * A container, which reaches the database and the carriers through relays of its own. The carriers have the same name and ports for all:
 * that is an address of each one's own.
 */
final class Member implements AutoCloseable {
    private static final String CARRIER = "carrier.test";

    /** By how many seconds the members' clocks are ahead. */
    private static final List<Integer> CLOCKS = List.of(0, 600, -600);

    private final String name;
    private final FelixProcess felix;
    private final Relay database;
    private final List<Relay> carriers;
    private volatile MBeanServerConnection jmx;
    private volatile boolean suspended;

    private Member(String name, FelixProcess felix, Relay database, List<Relay> carriers) {
        this.name = name;
        this.felix = felix;
        this.database = database;
        this.carriers = carriers;
    }

    /**
     * @param number from 1
     * @param carriers the simulators; all members use the same ports
     */
    static Member of(
            Path folder, int number, int database, List<SimulatorProcess> carriers, List<Integer> ports, CallBook calls)
            throws IOException {
        String name = "noc-" + number;
        String address = "127.0.0." + (10 + number);
        Path home = Files.createDirectories(folder.resolve(name));
        Path hosts = Files.writeString(home.resolve("hosts"), address + " " + CARRIER + "\n");
        FelixProcess felix = new FelixProcess(
                home,
                WrongClock.option(home, CLOCKS.get(number - 1)),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dkaraf.base=/" + name,
                "-Djdk.net.hosts.file=" + hosts,
                "-Dfelix.bundles=" + FleetBundles.path());
        Relay toDatabase = new Relay("127.0.0.1", 0, database, none -> {});
        List<Relay> toCarriers = List.of(
                carrier(address, ports.get(0), carriers.get(0), name, calls),
                carrier(address, ports.get(1), carriers.get(1), name, calls));
        Member member = new Member(name, felix, toDatabase, toCarriers);
        member.configure(ports);
        return member;
    }

    private static Relay carrier(String address, int port, SimulatorProcess carrier, String name, CallBook calls)
            throws IOException {
        return new Relay(address, port, carrier.port(), portion -> calls.sent(name, carrier.port(), portion));
    }

    /** How the database names a ticketing system. */
    static String system(int port) {
        return "http://" + CARRIER + ":" + port + " UAT AutoVSATDataMiner";
    }

    private void configure(List<Integer> ports) throws IOException {
        felix.etc()
                .write(
                        "io.vsatlink.postgresql",
                        Map.of(
                                "databaseUrl",
                                "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + DatabasePair.NAME,
                                "databaseUser",
                                DatabasePair.USER));
        felix.etc().write("io.vsatlink.store", Map.of("dataSource", "vsatlink-postgresql"));
        Map<String, String> provisioning = new HashMap<>(Map.of(
                "host", "http://" + CARRIER,
                "port", String.valueOf(ports.get(0)),
                "allowPlainHttp", "true",
                "apiUsername", "vsat",
                "apiPassword", "secret"));
        for (Dataset dataset : Dataset.values()) {
            provisioning.put(dataset.key() + ".interval", "1m");
            provisioning.put(dataset.key() + ".itemsPerPage", "50");
        }
        felix.etc().write("io.vsatlink.satprov~uat", provisioning);
        ticketing("a", ports.get(0));
        ticketing("b", ports.get(1));
    }

    private void ticketing(String system, int port) throws IOException {
        Map<String, String> backend = Map.of(
                "elementType", "Backend",
                "host", "http://" + CARRIER,
                "port", String.valueOf(port),
                "allowPlainHttp", "true",
                "username", "AutoVSATDataMiner",
                "password", "secret",
                "apiKey", "etms-key",
                "routeTo", "UAT",
                "requestsPerSecond", "0");
        Map<String, String> frontend = new HashMap<>(backend);
        frontend.putAll(Map.of("elementType", "Frontend", "ticketListId", "VSAT-ALL", "refreshTime", "30s"));
        felix.etc().write("io.vsatlink.etms~back-" + system, backend);
        felix.etc().write("io.vsatlink.etms~front-" + system, frontend);
    }

    String name() {
        return name;
    }

    void start() throws IOException {
        felix.start();
        jmx = felix.jmx();
    }

    void kill() throws InterruptedException {
        jmx = null;
        felix.kill();
    }

    void suspend() throws IOException, InterruptedException {
        suspended = true;
        Signal.STOP.to(felix.pid());
    }

    void resume() throws IOException, InterruptedException {
        Signal.CONT.to(felix.pid());
        suspended = false;
    }

    /** Whether somebody who asks it would get an answer. */
    boolean answers() {
        return jmx != null && !suspended;
    }

    Relay database() {
        return database;
    }

    /** @throws IOException while it does not run */
    Bean bean(String keys) throws Exception {
        MBeanServerConnection server = jmx;
        if (server == null) {
            throw new IOException(name + " does not run");
        }
        return Bean.of(server, keys);
    }

    @Override
    public void close() throws IOException {
        felix.close();
        database.close();
        for (Relay carrier : carriers) {
            carrier.close();
        }
    }
}
