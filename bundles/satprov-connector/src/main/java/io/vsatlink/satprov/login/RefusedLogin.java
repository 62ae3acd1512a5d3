package io.vsatlink.satprov.login;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.satprov.SatprovSettings.Access;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Remembers the credentials that the vendor refused last, so that a restart does not try them again and lock the account.
 * What is kept is a salted, slow fingerprint: the password can't be read from it.
 */
final class RefusedLogin {
    private static final String NAME = "satprov.refusedLogin";
    private static final int ROUNDS = 120_000;

    private final ElementMemory memory;
    private final String element;

    RefusedLogin(ElementMemory memory, String element) {
        this.memory = memory;
        this.element = element;
    }

    boolean is(Access access) {
        Optional<String[]> kept = memory.recall(element, NAME).map(text -> text.split(":"));
        return kept.isPresent()
                && MessageDigest.isEqual(
                        HexFormat.of().parseHex(kept.get()[1]),
                        fingerprint(access, HexFormat.of().parseHex(kept.get()[0])));
    }

    void remember(Access access) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        HexFormat hex = HexFormat.of();
        memory.remember(element, NAME, hex.formatHex(salt) + ":" + hex.formatHex(fingerprint(access, salt)));
    }

    void forget() {
        memory.remember(element, NAME, null);
    }

    private static byte[] fingerprint(Access access, byte[] salt) {
        String text = String.join(
                "\n",
                access.endpoint().base().toString(),
                access.credentials().username(),
                access.credentials().password());
        try {
            PBEKeySpec spec = new PBEKeySpec(text.toCharArray(), salt, ROUNDS, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2", e);
        }
    }
}
