/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.login;

import io.vsatlink.kit.connection.ConnectionRules;
import io.vsatlink.kit.connection.ConnectionState;
import java.util.List;

/** The Login Status. */
public enum LoginStatus {
    NOT_LOGGED_IN("Not Logged In"),
    LOGGING_IN("Logging In"),
    SUCCESS("Success"),
    FAILED("Failed");

    /** Changed settings need a login by a person, who may be about to change more. */
    public static final ConnectionRules RULES = new ConnectionRules(
            "satellite-provisioning",
            "satprov.refusedLogin",
            List.of(),
            false,
            "; not tried again until somebody logs in or corrects the settings",
            state -> "Login " + of(state));

    private final String label;

    LoginStatus(String label) {
        this.label = label;
    }

    public static LoginStatus of(ConnectionState state) {
        return switch (state) {
            case DISABLED, NOT_CONFIGURED, NOT_LOGGED_IN -> NOT_LOGGED_IN;
            case CONNECTING -> LOGGING_IN;
            case CONNECTED -> SUCCESS;
            case REFUSED, UNREACHABLE -> FAILED;
        };
    }

    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
