/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.util.Locale;

/**
 * Somebody who wants to be let in.
 *
 * @param door the window by which they come
 * @param address where the call comes from, perhaps that of a proxy
 * @param place what their failures are counted for: the address, or something that only they have
 */
public record Caller(Door door, String address, String place) {

    /** A window through which people log in. */
    public enum Door {
        /** The web console. */
        WEB,
        /** The page for Prometheus. */
        METRICS
    }

    /** Somebody of whom nothing but the address is known. */
    public Caller(Door door, String address) {
        this(door, address, address);
    }

    /** As the audit log has it: {@code web(10.0.0.7)}. */
    String from() {
        return door.name().toLowerCase(Locale.ROOT) + "(" + address + ")";
    }
}
