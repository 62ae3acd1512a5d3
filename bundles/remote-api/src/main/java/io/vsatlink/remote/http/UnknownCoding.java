/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The body of a response with a content coding that was not requested: reading it throws an exception that names it.
 */
final class UnknownCoding extends InputStream {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+._-]{1,20}");
    private static final Set<String> NONE = Set.of("", "identity");

    private final String coding;
    private final Peer peer;

    private UnknownCoding(String coding, Peer peer) {
        this.coding = coding;
        this.peer = peer;
    }

    /**
     * Returns the body, or an instance of this class in its place.
     *
     * @param coding the header Content-Encoding; null if there is none, or if HttpClient has decoded the body
     */
    static InputStream unless(InputStream body, String coding, Peer peer) {
        String name = coding == null ? "" : coding.strip();
        return NONE.contains(name.toLowerCase(Locale.ROOT)) ? body : new UnknownCoding(name, peer);
    }

    @Override
    public int read() throws IOException {
        throw unreadable();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        throw unreadable();
    }

    private IOException unreadable() {
        String name = NAME.matcher(coding).matches() ? "with " + coding : "with an invalid coding name";
        return new ExchangeException(
                ExchangeException.Kind.BROKEN,
                "a response from " + peer.name() + " is compressed " + name
                        + ", which was not requested and can't be read",
                null);
    }
}
