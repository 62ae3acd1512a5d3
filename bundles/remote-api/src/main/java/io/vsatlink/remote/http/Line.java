/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import static io.vsatlink.remote.http.ExchangeException.Kind.LASTING;
import static io.vsatlink.remote.http.ExchangeException.Kind.PASSING;

import io.vsatlink.remote.file.ClientKeys;
import java.io.IOException;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The way to one peer: what is costly is made for the first call. A key store that has changed is noticed by
 * {@link #refresh()}. Thread-safe.
 */
public final class Line implements AutoCloseable {
    private final Peer peer;
    private final Timeouts timeouts;
    private final ClientKeys keys = new ClientKeys();
    private final List<Transport> retired = new ArrayList<>();
    private byte[] content;
    private PrivateKeyEntry key;
    private Transport transport;
    private boolean closed;

    public Line(Peer peer, Timeouts timeouts) {
        this.peer = peer;
        this.timeouts = timeouts;
    }

    public Peer peer() {
        return peer;
    }

    public synchronized Transport transport() throws ExchangeException {
        if (closed) {
            throw new ExchangeException(PASSING, "the client of " + peer.name() + " is closed", null);
        }
        if (transport == null) {
            transport = new Transport(peer, key().orElse(null), timeouts);
        }
        return transport;
    }

    /** The key that shows who we are, with its certificates; empty if the element has none. */
    public synchronized Optional<PrivateKeyEntry> key() throws ExchangeException {
        if (key == null && peer.clientKeys() != null) {
            try {
                content = keys.read(peer.clientKeys().file());
                key = keys.key(content, peer.clientKeys());
            } catch (IOException e) {
                throw new ExchangeException(LASTING, "no client certificate: " + e.getMessage(), e);
            }
        }
        return Optional.ofNullable(key);
    }

    /** Goes on with the key store as it is now; calls under way end with the one from before. */
    public synchronized void refresh() throws ExchangeException {
        if (content == null) {
            return;
        }
        try {
            if (!Arrays.equals(content, keys.read(peer.clientKeys().file()))) {
                key = null;
                if (transport != null) {
                    retired.add(transport);
                }
                transport = null;
            }
        } catch (IOException e) {
            throw new ExchangeException(LASTING, "no client certificate: " + e.getMessage(), e);
        }
    }

    private synchronized List<Transport> all() {
        List<Transport> all = new ArrayList<>(retired);
        if (transport != null) {
            all.add(transport);
        }
        return all;
    }

    /** Ends the calls under way; later ones work. */
    public void abort() {
        all().forEach(Transport::abort);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        all().forEach(Transport::close);
    }
}
