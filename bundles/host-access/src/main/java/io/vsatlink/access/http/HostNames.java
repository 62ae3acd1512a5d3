/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names under which this host may be called. Another person's site can resolve its own name to this host, and the
 * browser would then treat its pages as ours (DNS rebinding). So only names that nobody else can own are accepted: an
 * address, a name without a dot, the name of this machine, or a name that the framework property lists. A service.
 * Thread-safe.
 */
@Component(service = HostNames.class)
public final class HostNames {
    public static final String PROPERTY = "io.vsatlink.hostNames";

    private static final int MISDIRECTED = 421;
    private static final Logger LOG = LoggerFactory.getLogger(HostNames.class);
    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.%]+]");

    private final Set<String> listed;
    private final Supplier<Set<String>> machine;
    private volatile Set<String> ofMachine = Set.of();

    @Activate
    public HostNames(BundleContext bundle) {
        this(bundle.getProperty(PROPERTY), HostNames::ofThisMachine);
    }

    /**
     * @param property a comma-separated list; null for none
     * @param machine supplies the name of this machine; empty if it can't be determined at the moment
     */
    HostNames(String property, Supplier<Set<String>> machine) {
        this.listed = Arrays.stream((property == null ? "" : property).split(",", -1))
                .map(name -> plain(name.strip()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        this.machine = machine;
    }

    /**
     * Refuses a call that is addressed to another host.
     *
     * @return whether the call may continue; otherwise it has been answered
     */
    public boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String host = request.getHeader("Host");
        if (includes(host)) {
            return true;
        }
        LOG.debug("a call to {} was refused", host);
        response.setStatus(MISDIRECTED);
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream()
                .write(("VsatLink is not configured for this host name. An administrator can add it to " + PROPERTY
                                + " in etc/system.properties and restart the container.\n")
                        .getBytes(StandardCharsets.UTF_8));
        // otherwise the host assumes that no servlet has answered
        response.flushBuffer();
        return false;
    }

    /** @param header the Host header, with or without a port; null for none, which no browser sends */
    boolean includes(String header) {
        if (header == null) {
            return true;
        }
        String name = plain(PORT.matcher(header.strip()).replaceFirst(""));
        return ADDRESS.matcher(name).matches()
                || !name.contains(".")
                || name.endsWith(".localhost")
                || listed.contains(name)
                || isOfMachine(name);
    }

    /** Determined on demand, because the name service may be slow, and repeated until it succeeds. */
    private boolean isOfMachine(String name) {
        if (ofMachine.isEmpty()) {
            ofMachine = machine.get();
        }
        return ofMachine.contains(name);
    }

    private static Set<String> ofThisMachine() {
        try {
            InetAddress self = InetAddress.getLocalHost();
            return Stream.of(self.getHostName(), self.getCanonicalHostName())
                    .map(HostNames::plain)
                    .collect(Collectors.toSet());
        } catch (UnknownHostException e) {
            LOG.debug("this machine has no name", e);
            return Set.of();
        }
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
