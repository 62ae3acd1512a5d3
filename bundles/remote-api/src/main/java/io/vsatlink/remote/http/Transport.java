/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import static io.vsatlink.remote.http.ExchangeException.Kind.LASTING;
import static io.vsatlink.remote.http.ExchangeException.Kind.PASSING;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;

/** Sends requests to one peer. Thread-safe. Its creation takes about half a second. */
public final class Transport implements AutoCloseable {

    /** In bytes. Pages are kept in memory as a whole, several at the same time. */
    private static final long MAX_BODY = 32L << 20;

    private final Timeouts timeouts;
    private final Breakdown breakdown;
    private final PoolingHttpClientConnectionManager connections;
    private final ResteasyClient client;
    private final Deadline deadline;
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @throws ExchangeException if the peer's trusted certificates cannot be read */
    public Transport(Peer peer, Timeouts timeouts) throws ExchangeException {
        this(peer, null, timeouts);
    }

    /**
     * @param key what shows who we are; null for none
     * @throws ExchangeException where the peer's trusted certificates cannot be read
     */
    Transport(Peer peer, PrivateKeyEntry key, Timeouts timeouts) throws ExchangeException {
        SSLContext tls = Trust.context(peer.trustedCertificates(), key);
        this.timeouts = timeouts;
        this.breakdown = new Breakdown(peer, timeouts);
        this.connections = Clients.connections(tls, timeouts);
        this.client = Clients.resteasy(new AbortableEngine(Clients.http(peer, connections, timeouts)));
        this.deadline = new Deadline(peer.name());
    }

    /**
     * Sends the request once and returns when the status has arrived; the deadline applies until the response is
     * closed.
     */
    public Answer send(Call call) throws ExchangeException {
        Exchange exchange = new Exchange();
        underWay.add(exchange);
        if (closed) {
            exchange.end(stopped());
        }
        Future<?> timer = deadline.after(timeouts.total().toMillis(), () -> exchange.end(tooLate()));
        boolean answered = false;
        try {
            Answer answer = answer(invoke(call, exchange), exchange, timer);
            answered = true;
            return answer;
        } catch (ProcessingException e) {
            throw breakdown.of(exchange.reason(ioCause(e)));
        } catch (IllegalStateException e) {
            // RESTEasy reports in this way that its client was closed during the request
            if (closed) {
                throw stopped();
            }
            throw e;
        } finally {
            if (!answered) {
                forget(exchange, timer);
            }
        }
    }

    private Response invoke(Call call, Exchange exchange) throws ExchangeException {
        try (var loader = new BundleLoader()) {
            Invocation.Builder request =
                    client.target(call.uri()).request().property(AbortableEngine.EXCHANGE, exchange);
            call.headers().forEach((name, value) -> {
                if (!name.equalsIgnoreCase(Call.CONTENT_TYPE)) {
                    request.header(name, value);
                }
            });
            if (!call.keys().isEmpty()) {
                request.header(QueryKeys.HEADER, call.keys());
            }
            return call.body() == null
                    ? request.method(call.method())
                    : request.method(call.method(), Entity.entity(bytes(call.body()), mediaType(call)));
        }
    }

    private static byte[] bytes(Call.Body body) {
        return body.text().getBytes(StandardCharsets.UTF_8);
    }

    private static MediaType mediaType(Call call) throws ExchangeException {
        String text = call.headers().get(Call.CONTENT_TYPE);
        try {
            return MediaType.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new ExchangeException(LASTING, "the profile's Content-Type header is not a media type: " + text, e);
        }
    }

    private Answer answer(Response response, Exchange exchange, Future<?> timer) {
        InputStream raw = (InputStream) response.getEntity();
        InputStream in = raw == null
                ? InputStream.nullInputStream()
                : UnknownCoding.unless(raw, response.getHeaderString("Content-Encoding"), breakdown.peer());
        AnswerBody body = new AnswerBody(in, exchange, breakdown, MAX_BODY);
        return new Answer(response, body, broken -> {
            forget(exchange, timer);
            if (broken) {
                // it may already be in the pool, with bytes that would be taken for the next response
                connections.closeIdleConnections(0, TimeUnit.MILLISECONDS);
            }
        });
    }

    private void forget(Exchange exchange, Future<?> timer) {
        timer.cancel(false);
        underWay.remove(exchange);
    }

    private static IOException ioCause(ProcessingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return new IOException(Breakdown.words(e.getCause() == null ? e : e.getCause()), e);
    }

    private ExchangeException tooLate() {
        String limit = Timeouts.words(timeouts.total());
        return new ExchangeException(
                PASSING, breakdown.peer() + " did not complete its response within " + limit, null);
    }

    private ExchangeException stopped() {
        return new ExchangeException(PASSING, "the call to " + breakdown.peer().name() + " was stopped", null);
    }

    /** Aborts the requests in progress, which fail at once. Later ones work. */
    public void abort() {
        underWay.forEach(exchange -> exchange.end(stopped()));
    }

    @Override
    public void close() {
        closed = true;
        abort();
        deadline.close();
        client.close();
    }
}
