/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Arrays;
import java.util.Optional;

/** What an error of the vendor's asks of us. */
public enum Meaning {
    /** It may pass: the same call again, a few times. */
    RETRY("retry"),
    /** We ask too often, evenly spread over time: again, and slower. */
    PACE("pace"),
    /** The token is too old: a new login, then the same call. */
    LOG_IN_AGAIN("logInAgain"),
    /** We are not welcome: no more calls until a person does something. */
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

    /** What a status means where the profile says nothing else; empty where it means that this one call is refused. */
    static Optional<Meaning> ofStatus(int status) {
        return switch (status) {
            case 401 -> Optional.of(LOG_IN_AGAIN);
            case 423 -> Optional.of(LOCKED);
            case 408, 425, 429 -> Optional.of(RETRY);
            default -> status >= 500 ? Optional.of(RETRY) : Optional.empty();
        };
    }
}
