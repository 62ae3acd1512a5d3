/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Arrays;
import java.util.Optional;

/** What an error of the vendor requires us to do. */
public enum Meaning {
    /** Temporary: retry the same call a few times. */
    RETRY("retry"),
    /** Too many requests: retry, at a lower rate. */
    PACE("pace"),
    /** The token has expired: log in again, then repeat the call. */
    LOG_IN_AGAIN("logInAgain"),
    /** Access is refused: no more calls until a person does something. */
    GIVE_UP("giveUp"),
    /** As {@link #GIVE_UP}, because the account is locked. */
    LOCKED("locked");

    private final String key;

    Meaning(String key) {
        this.key = key;
    }

    /** The word in a profile. */
    public String key() {
        return key;
    }

    /** @param key one of the schema's */
    public static Meaning of(String key) {
        return Arrays.stream(values())
                .filter(each -> each.key.equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Whether another login would not help. */
    public boolean refuses() {
        return this == GIVE_UP || this == LOCKED;
    }

    /** The default meaning of an HTTP status; empty if it means that only this request is refused. */
    static Optional<Meaning> ofStatus(int status) {
        return switch (status) {
            case 401 -> Optional.of(LOG_IN_AGAIN);
            case 423 -> Optional.of(LOCKED);
            case 408, 425, 429 -> Optional.of(RETRY);
            default -> status >= 500 ? Optional.of(RETRY) : Optional.empty();
        };
    }
}
