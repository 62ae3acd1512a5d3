/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.login.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The client in use, and those before it with which calls may still be under way. Not thread-safe. */
final class Clients<C extends RemoteClient> {
    private final Function<Access, C> connect;
    private final List<C> retired = new ArrayList<>();
    private C current;

    Clients(Function<Access, C> connect) {
        this.connect = connect;
    }

    /** The one in use; null where there is none. */
    C current() {
        return current;
    }

    boolean isCurrent(C client) {
        return client == current;
    }

    /** The one in use, which is made where there is none. */
    C connected(Access access) {
        if (current == null) {
            current = connect.apply(access);
        }
        return current;
    }

    /** Takes the one in use out of use. */
    void retire() {
        if (current != null) {
            retired.add(current);
            current = null;
        }
    }

    /** Hands over those out of use, to be closed. */
    List<C> takeRetired() {
        List<C> taken = List.copyOf(retired);
        retired.clear();
        return taken;
    }
}
