/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call and its answer, processed without blocking a thread: the body is read as it arrives, the answer is sent as the
 * client accepts it, and the connection is closed at the deadline. The callbacks run one after the other, on threads of
 * the host.
 */
public final class Exchange implements AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final AsyncContext context;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private InputStream content = InputStream.nullInputStream();
    private Runnable atTheEnd = () -> {};

    private Exchange(AsyncContext context, HttpServletRequest request, HttpServletResponse response) {
        this.context = context;
        this.request = request;
        this.response = response;
    }

    /** Handles the body of a call. */
    public interface BodyUse {
        /** Receives the complete body; must answer the exchange. */
        void take(byte[] body);

        /**
         * Receives the refusal of a body; must answer the exchange.
         *
         * @param status the HTTP status
         * @param why the reason, as a sentence
         */
        void refuse(int status, String why);
    }

    /** @param deadline the longest duration of the complete exchange */
    public static Exchange begin(HttpServletRequest request, HttpServletResponse response, Duration deadline) {
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(deadline.toMillis());
        Exchange exchange = new Exchange(context, request, response);
        context.addListener(exchange);
        return exchange;
    }

    /** Registers an action that runs when the exchange ends for any reason. */
    public Exchange atTheEnd(Runnable work) {
        atTheEnd = work;
        return this;
    }

    /**
     * Reads the body.
     *
     * @param longest the maximum size in bytes
     * @param within the time limit for the arrival of the body
     */
    public void read(int longest, Duration within, BodyUse use) throws IOException {
        var in = request.getInputStream();
        in.setReadListener(new BodyReader(in, longest, within, use, this::end));
    }

    /** Sends an answer without a body. Status and headers must be set before. */
    public void answer(byte[] answer) {
        answer(new ByteArrayInputStream(answer), answer.length);
    }

    /**
     * Sends an answer. Status and headers must be set before.
     *
     * @param answer the body; it is closed at the end
     * @param length the size in bytes, so that a client can detect an incomplete answer
     */
    public void answer(InputStream answer, long length) {
        content = answer;
        response.setContentLengthLong(length);
        try {
            var out = response.getOutputStream();
            out.setWriteListener(new AnswerWriter(out, answer, this::end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // the host has ended the exchange
            LOG.trace("an exchange had already ended", e);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        LOG.debug("a client was too slow");
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setContentLength(0);
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        LOG.debug("a call ended early", event.getThrowable());
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        try {
            content.close();
        } catch (IOException e) {
            LOG.debug("a response could not be closed", e);
        } finally {
            atTheEnd.run();
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
