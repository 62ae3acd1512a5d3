/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.osgi.framework.BundleContext;

/** Identifies the process that we run in, so that the outbox can distinguish the claims of several processes. */
final class Container {
    /** Exceeds the duration of all calls of one delivery, including their pauses. */
    static final Duration LEASE = Duration.ofMinutes(15);

    private Container() {}

    /** The machine and the container's folder on it; unchanged after a restart. At most 200 characters. */
    static String name(BundleContext bundle) {
        String folder = bundle.getProperty("karaf.base");
        String name = host() + " " + (folder == null ? System.getProperty("user.dir") : folder);
        return name.length() <= 200 ? name : name.substring(name.length() - 200);
    }

    /** Differs after each start of the process or of the framework. */
    static String start(BundleContext bundle) {
        return ManagementFactory.getRuntimeMXBean().getStartTime() + " "
                + ProcessHandle.current().pid() + " " + bundle.getProperty("org.osgi.framework.uuid");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
