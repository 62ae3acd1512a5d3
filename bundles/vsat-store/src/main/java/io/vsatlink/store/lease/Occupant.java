/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.lease;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.framework.FrameworkUtil;

/**
 * A container that has a database open.
 *
 * @param name for users: the machine and the container's folder on it; not necessarily unique
 * @param run unique for each opening of the store
 * @param before the previous, closed run in this process, in case it could not give the database back; otherwise empty
 * @param version of VsatLink; empty if unknown
 * @param startedAt when the process started
 */
public record Occupant(String name, String run, String before, String version, Instant startedAt) {
    private static final int LONGEST_NAME = 200;

    /** This process, at its first opening. */
    public static Occupant ofThisProcess() {
        String name = host() + " " + System.getProperty("karaf.base", System.getProperty("user.dir"));
        return new Occupant(
                name.substring(Math.max(0, name.length() - LONGEST_NAME)),
                UUID.randomUUID().toString(),
                "",
                Optional.ofNullable(FrameworkUtil.getBundle(Occupant.class))
                        .map(bundle -> bundle.getVersion().toString())
                        .orElse(""),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    /** The same process, opening the database again. */
    public Occupant again() {
        return new Occupant(name, UUID.randomUUID().toString(), run, version, startedAt);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
