/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.login;

import io.vsatlink.api.store.ElementMemory;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Remembers the credentials that the vendor last refused, so that a restart does not try them again and lock the
 * account. Stores a salted, slow hash, from which the password cannot be recovered.
 */
public final class RefusedLogin {
    private static final int ROUNDS = 120_000;

    private final ElementMemory memory;
    private final String element;
    private final String name;

    /** @param name the key in the element's memory */
    public RefusedLogin(ElementMemory memory, String element, String name) {
        this.memory = memory;
        this.element = element;
        this.name = name;
    }

    /** @param credentials everything that the vendor checked, as one text */
    public boolean is(String credentials) {
        Optional<String[]> kept = memory.recall(element, name).map(text -> text.split(":"));
        return kept.isPresent()
                && MessageDigest.isEqual(
                        HexFormat.of().parseHex(kept.get()[1]),
                        fingerprint(credentials, HexFormat.of().parseHex(kept.get()[0])));
    }

    public void remember(String credentials) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        HexFormat hex = HexFormat.of();
        memory.remember(element, name, hex.formatHex(salt) + ":" + hex.formatHex(fingerprint(credentials, salt)));
    }

    public void forget() {
        memory.remember(element, name, null);
    }

    private static byte[] fingerprint(String text, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(text.toCharArray(), salt, ROUNDS, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime provides PBKDF2", e);
        }
    }
}
