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
import java.util.List;
import java.util.Map;
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

    /** What came before the body. */
    public Heading heading() {
        return new Heading(status(), headers());
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
     * The decoded body; its {@link IOException}s are {@link ExchangeException}s. Closing it does nothing: close the
     * answer.
     */
    public InputStream body() {
        return body;
    }

    /** Copies the body as it is read. */
    public void copyTo(BodyCopy copy) {
        body.copyTo(copy);
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
