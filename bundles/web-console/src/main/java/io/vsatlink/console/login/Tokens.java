/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.login;

import java.security.SecureRandom;
import java.util.Base64;

/** Creates random texts that can't be guessed. Thread-safe. */
final class Tokens {
    private static final int BYTES = 32;
    private static final int ID_BYTES = 6;

    private final SecureRandom random = new SecureRandom();

    String secret() {
        return text(BYTES);
    }

    /** Creates a text that is short enough to be read aloud; it is not secret. */
    String id() {
        return text(ID_BYTES);
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
