/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.util.Locale;

/**
 * A caller that asks for access.
 *
 * @param door the user interface through which the call comes
 * @param address the address from which the call comes; it may be that of a proxy
 * @param place the key under which failures are counted: the address, or a value that only this caller has
 */
public record Caller(Door door, String address, String place) {

    /** A user interface to which people log in. */
    public enum Door {
        /** The web console. */
        WEB,
        /** The metrics page for Prometheus. */
        METRICS
    }

    /** Creates a caller of which only the address is known. */
    public Caller(Door door, String address) {
        this(door, address, address);
    }

    /** Returns the form of the audit log: {@code web(10.0.0.7)}. */
    String from() {
        return door.name().toLowerCase(Locale.ROOT) + "(" + address + ")";
    }
}
