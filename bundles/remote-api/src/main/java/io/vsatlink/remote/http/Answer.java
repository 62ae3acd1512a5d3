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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.client.jaxrs.internal.ClientResponse;

/** A response, whose body is streamed. Must be closed. Not thread-safe. */
public final class Answer implements AutoCloseable {

    /** Called at the end, with whether the connection must not be reused. */
    interface AtClose {
        void closed(boolean broken);
    }

    private final Response response;
    private final AnswerBody body;
    private final AtClose atClose;
    private final boolean inMemory;
    private boolean broken;

    Answer(Response response, AnswerBody body, AtClose atClose) {
        this(response, body, atClose, false);
    }

    private Answer(Response response, AnswerBody body, AtClose atClose, boolean inMemory) {
        this.response = response;
        this.body = body;
        this.atClose = atClose;
        this.inMemory = inMemory;
    }

    /** The same response, readable even after this one is closed. */
    public Answer inMemory(byte[] whole) {
        return new Answer(response, body.of(whole), broken -> {}, true);
    }

    public int status() {
        return response.getStatus();
    }

    /**
     * Whether what was asked for is here. TM Forum's APIs say 206 for a page that is not all there is; only where a
     * range of bytes came is it a piece. Of the others that a vendor may use for success, those are none that say that
     * there is no content, that it comes later, that each part has a status of its own, or that only differences came.
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

    /** The text beside the status; empty if there is none. */
    public String reason() {
        String reason = response.getStatusInfo().getReasonPhrase();
        return reason == null ? "" : reason;
    }

    /** All headers, by name. */
    public Map<String, List<String>> headers() {
        return response.getStringHeaders();
    }

    /** The value of a header; null if there is none. */
    public String header(String name) {
        return response.getHeaderString(name);
    }

    /** The values of a header that may be repeated; empty if there is none. */
    public List<String> headers(String name) {
        return response.getStringHeaders().getOrDefault(name, List.of());
    }

    /** When the vendor sent it, by the vendor's clock, as the header Date says; null if there is none that can be parsed. */
    public Instant date() {
        List<String> dates = headers("Date");
        try {
            return dates.isEmpty()
                    ? null
                    : DateTimeFormatter.RFC_1123_DATE_TIME.parse(dates.get(0).strip(), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The target of the header Link with this relation, which may be relative; null if there is none.
     *
     * @throws ExchangeException if the header cannot be parsed and may contain the link: that is not the same as none
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

    /** Has each piece of the body copied as it is read. */
    public void copyTo(Copy copy) {
        body.copyTo(copy);
    }

    /** Gets pieces of a body; must neither fail nor keep the buffer. */
    public interface Copy {
        void take(byte[] buffer, int offset, int length);
    }

    /** Whether the body was read to its end. */
    public boolean atEnd() {
        return body.atEnd();
    }

    /** The number of decoded bytes of the body that were read. */
    public long bytes() {
        return body.bytes();
    }

    /** The beginning of the body that was read, up to 200 bytes. */
    public String head() {
        return body.head();
    }

    /**
     * Reads the rest of the body.
     *
     * @throws IOException if it was damaged: damaged gzip yields invalid content long before the checksum at its end
     *     reveals it
     */
    public void readOn() throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    /** Marks the body as invalid: its connection is not reused. */
    public void distrust() {
        broken = true;
    }

    /** Releases the connection if the body was read to its end; otherwise closes it, as draining could take minutes. */
    @Override
    public void close() {
        if (inMemory) {
            return;
        }
        try {
            if (body.atEnd() && !broken) {
                response.close();
            } else {
                ((ClientResponse) response).releaseConnection(false);
            }
        } catch (IOException | ProcessingException e) {
            // the connection is already closed, which is the intended result
            broken = true;
        } finally {
            atClose.closed(broken);
        }
    }
}
