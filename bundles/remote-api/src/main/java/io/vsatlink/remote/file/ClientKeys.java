/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads client key stores. A user who may set a store's name must not learn which files exist, so the message is the
 * same for every file that is not a key store, and only the log gives the reason. Thread-safe.
 */
public final class ClientKeys {
    /** The end of a sentence about a setting's allowed values. */
    public static final String ALLOWED = " that is a PKCS #12 key store, at most 1 MB; or empty";

    private static final Logger LOG = LoggerFactory.getLogger(ClientKeys.class);
    private static final int MOST_BYTES = 1_000_000;

    private final NamedFile file = new NamedFile(MOST_BYTES);
    private final Path folder;

    /** @param folder of the files that settings name; null if the host has none */
    public ClientKeys(Path folder) {
        this.folder = folder;
    }

    /** Reads stores by absolute path only. */
    public ClientKeys() {
        this(null);
    }

    /** Present if a file can't be used, always with an empty text: {@link #ALLOWED} says enough. */
    public Optional<String> objection(String name) {
        if (folder == null) {
            return Optional.of("this host has no configuration folder");
        }
        try {
            // without a password only the format can be checked
            KeyStore unused = parsed(read(folder.resolve(name)), null, folder.resolve(name));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("");
        }
    }

    /**
     * Reads the file.
     *
     * @throws IOException whose message is a sentence fragment
     */
    public byte[] read(Path path) throws IOException {
        try {
            return file.read(path);
        } catch (IOException e) {
            throw none(path, e);
        }
    }

    /**
     * The only key of a store, with its certificates.
     *
     * @param content of the file
     * @throws IOException whose message is a sentence fragment
     */
    public PrivateKeyEntry key(byte[] content, ClientKeyStore store) throws IOException {
        char[] password = store.password().toCharArray();
        KeyStore keys = parsed(content, password, store.file());
        PrivateKeyEntry found = null;
        try {
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    if (found != null) {
                        throw new IOException(store.file() + " has more than one key: keep one of them");
                    }
                    found = (PrivateKeyEntry) keys.getEntry(alias, new PasswordProtection(password));
                }
            }
        } catch (UnrecoverableKeyException e) {
            throw closed(store.file(), e);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw none(store.file(), e);
        }
        if (found == null) {
            throw new IOException(store.file() + " has no private key");
        }
        return found;
    }

    private static KeyStore parsed(byte[] content, char[] password, Path path) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(content), password);
            return keys;
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException ? closed(path, e) : none(path, e);
        } catch (GeneralSecurityException e) {
            throw none(path, e);
        }
    }

    private static IOException closed(Path path, Exception cause) {
        return new IOException("the key store " + path + " can't be opened with clientKeyStorePassword", cause);
    }

    private static IOException none(Path path, Exception cause) {
        LOG.warn("The client key store {} can't be used: {}", path, cause.toString());
        return new IOException(path + " is not a readable PKCS #12 key store; the log has the reason", cause);
    }
}
