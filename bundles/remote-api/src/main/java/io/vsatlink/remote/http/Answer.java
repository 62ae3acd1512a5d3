/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.client.jaxrs.internal.ClientResponse;

/** What came back: the status is known, the body streams. To be closed; for one thread. */
public final class Answer implements AutoCloseable {

    /** Told whether the connection is to be distrusted. */
    interface AtClose {
        void closed(boolean broken);
    }

    private final Response response;
    private final AnswerBody body;
    private final AtClose atClose;
    private boolean broken;

    Answer(Response response, AnswerBody body, AtClose atClose) {
        this.response = response;
        this.body = body;
        this.atClose = atClose;
    }

    public int status() {
        return response.getStatus();
    }

    /**
     * Whether what was asked for is here. TM Forum's APIs say 206 for a page that is not all there is; only where a range of
     * bytes came is it a piece. Of the others that a vendor may use for success, those are none that say that there is no
     * content, that it comes later, that each part has a status of its own, or that only differences came.
     */
    public boolean good() {
        return switch (status()) {
            case 202, 204, 205, 207, 208, 226 -> false;
            case 206 -> !pieceOfBytes();
            default -> status() >= 200 && status() <= 299;
        };
    }

    private boolean pieceOfBytes() {
        String range = header("Content-Range");
        return range != null && range.strip().toLowerCase(Locale.ROOT).startsWith("bytes");
    }

    /** The header's value, or null. */
    public String header(String name) {
        return response.getHeaderString(name);
    }

    /** The values of a header that may come several times; empty where it does not come. */
    public List<String> headers(String name) {
        return response.getStringHeaders().getOrDefault(name, List.of());
    }

    /**
     * The target of the header Link with this relation, which may be relative; null where there is none.
     *
     * @throws ExchangeException where there may be one that can't be parsed: that is not the same as none
     */
    public String link(String relation) throws ExchangeException {
        Set<String> targets = new LinkedHashSet<>();
        int damagedAt = 0;
        for (String header : headers("Link")) {
            LinkHeader read = new LinkHeader(header);
            read.links().stream()
                    .filter(link -> link.relations().contains(relation))
                    .forEach(link -> targets.add(link.target()));
            damagedAt = damagedAt == 0 ? read.damagedAt() : damagedAt;
        }
        if (targets.size() > 1) {
            throw unreadable("has " + targets.size() + " different pages for \"" + relation + "\"");
        }
        if (targets.contains("")) {
            throw unreadable("has an empty address for \"" + relation + "\"");
        }
        if (targets.isEmpty() && damagedAt > 0) {
            throw unreadable("can't be parsed from character " + damagedAt + " on");
        }
        return targets.isEmpty() ? null : targets.iterator().next();
    }

    private static ExchangeException unreadable(String why) {
        return new ExchangeException(ExchangeException.Kind.BROKEN, "the Link header " + why, null);
    }

    /**
     * The decoded body; its {@link IOException}s are {@link ExchangeException}s. Closing it does nothing: close the
     * answer.
     */
    public InputStream body() {
        return body;
    }

    /** How many decoded bytes of the body have been read. */
    public long bytes() {
        return body.bytes();
    }

    /** How the body began, as far as it has been read: up to 200 bytes. */
    public String head() {
        return body.head();
    }

    /**
     * Reads what is left of the body.
     *
     * @throws IOException where it did not arrive as it was sent: what damaged gzip inflates to is senseless long before
     *     the checksum at its end says so
     */
    public void readOn() throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    /** Says that the body is not to be believed: its connection is not used again. */
    public void distrust() {
        broken = true;
    }

    /** Gives the connection back if the body was read to its end; otherwise cuts it, as draining could take minutes. */
    @Override
    public void close() {
        try {
            if (body.atEnd() && !broken) {
                response.close();
            } else {
                ((ClientResponse) response).releaseConnection(false);
            }
        } catch (IOException | ProcessingException e) {
            // the connection is gone already, which is all that was wanted
            broken = true;
        } finally {
            atClose.closed(broken);
        }
    }
}
