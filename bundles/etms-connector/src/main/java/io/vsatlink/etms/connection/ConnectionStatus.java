/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.kit.connection.ConnectionRules;
import io.vsatlink.kit.connection.ConnectionState;
import java.util.List;

/** The login state of an ETMS element; its label is the reading Connection Status. */
public enum ConnectionStatus {
    NOT_CONFIGURED("Not Configured"),
    CONNECTING("Connecting"),
    CONNECTED("Connected"),
    AUTHENTICATION_FAILED("Authentication Failed"),
    UNREACHABLE("Unreachable"),
    DISABLED("Disabled");

    /** An ETMS element logs in automatically, because requests wait for the login. */
    public static final ConnectionRules RULES = new ConnectionRules(
            "ETMS",
            "etms.refusedLogin",
            List.of("apiKey", "routeTo", "serviceAccount"),
            true,
            "; not tried again until a setting changes or somebody tests the connection",
            state -> "Connection " + of(state));

    private final String label;

    ConnectionStatus(String label) {
        this.label = label;
    }

    public static ConnectionStatus of(ConnectionState state) {
        return switch (state) {
            case DISABLED -> DISABLED;
            case NOT_CONFIGURED -> NOT_CONFIGURED;
            case NOT_LOGGED_IN, CONNECTING -> CONNECTING;
            case CONNECTED -> CONNECTED;
            case REFUSED -> AUTHENTICATION_FAILED;
            case UNREACHABLE -> UNREACHABLE;
        };
    }

    /** The label that users see. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
