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

/** Which process we run in, as the outbox tells claims apart. */
final class Container {
    /** Longer than the calls of one delivery take, with all their pauses. */
    static final Duration LEASE = Duration.ofMinutes(15);

    private Container() {}

    /** The same after a restart: the machine, and the container's folder on it. */
    static String name(BundleContext bundle) {
        String folder = bundle.getProperty("karaf.base");
        String name = host() + " " + (folder == null ? System.getProperty("user.dir") : folder);
        return name.length() <= 200 ? name : name.substring(name.length() - 200);
    }

    /** Another one after each start. */
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
