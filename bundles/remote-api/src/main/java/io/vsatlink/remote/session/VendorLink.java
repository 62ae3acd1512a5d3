/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.Call;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.http.Cookies;
import io.vsatlink.remote.http.ExchangeException;
import io.vsatlink.remote.http.Peer;
import io.vsatlink.remote.http.Timeouts;
import io.vsatlink.remote.http.Transport;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.VendorProfile;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Sends requests with the headers that all have in common. Creates the transport with the first request. Thread-safe.
 */
public final class VendorLink implements AutoCloseable {

    private final VendorProfile profile;
    private final Credentials credentials;
    private final Peer peer;
    private final Timeouts timeouts;
    private final Secrets secrets;
    private Transport transport;
    private boolean closed;

    public VendorLink(
            VendorProfile profile, Endpoint endpoint, Credentials credentials, Secrets secrets, Timeouts timeouts) {
        this.profile = profile;
        this.credentials = credentials;
        this.peer = new Peer(profile.name(), endpoint.base(), endpoint.busAddress(), endpoint.trustedCertificates());
        this.secrets = secrets;
        this.timeouts = timeouts;
    }

    /** Evaluates a response before it is closed. */
    public interface Reading<T> {
        T read(Answer answer, Wording wording) throws VendorException;
    }

    /**
     * @param body null if there is none
     * @param cookies the cookies of the session
     */
    public <T> T send(
            String method,
            String pathAndQuery,
            Map<String, String> headers,
            Body body,
            Cookies cookies,
            Reading<T> reading)
            throws VendorException {
        String id = UUID.randomUUID().toString();
        Wording wording = new Wording(profile.name(), profile.sendsCorrelationId() ? id : "", secrets);
        Map<String, String> all = headers(id);
        all.putAll(headers);
        URI uri = uri(pathAndQuery);
        String cookie = cookies.header(uri);
        if (!cookie.isEmpty()) {
            // a profile may define a Cookie header of its own
            all.merge("Cookie", cookie, (own, theirs) -> own + "; " + theirs);
        }
        Call call = new Call(method, uri, all, body);
        try (Answer answer = transport(wording).send(call)) {
            cookies.take(uri, answer.headers("Set-Cookie"));
            secrets.cookies(cookies.values());
            return reading.read(answer, wording);
        } catch (ExchangeException e) {
            throw wording.of(e);
        }
    }

    private Map<String, String> headers(String correlation) {
        Map<String, Object> values = new HashMap<>(credentials.placeholders());
        values.put(Placeholders.CORRELATION_ID, correlation);
        Map<String, String> filled = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        profile.headers().forEach((header, value) -> filled.put(header, Placeholders.fill(value, values)));
        return filled;
    }

    public URI base() {
        return peer.base();
    }

    /** Creates the transport in advance, so that the first request does not wait for it. */
    public void prepare() throws VendorException {
        Wording wording = new Wording(profile.name(), "", secrets);
        try {
            transport(wording);
        } catch (ExchangeException e) {
            throw wording.of(e);
        }
    }

    private URI uri(String pathAndQuery) {
        return URI.create(peer.base().getScheme() + "://" + peer.base().getRawAuthority() + pathAndQuery);
    }

    private synchronized Transport transport(Wording wording) throws VendorException, ExchangeException {
        if (closed) {
            throw wording.unavailable("the client of " + profile.name() + " is closed", OptionalInt.empty(), null);
        }
        if (transport == null) {
            transport = new Transport(peer, timeouts);
        }
        return transport;
    }

    /** Aborts the requests in progress; later ones work. */
    public void abort() {
        Transport current;
        synchronized (this) {
            current = transport;
        }
        if (current != null) {
            current.abort();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (transport != null) {
            transport.close();
        }
    }
}
