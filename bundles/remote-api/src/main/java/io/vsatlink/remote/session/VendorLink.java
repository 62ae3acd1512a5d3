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
import io.vsatlink.remote.http.ExchangeException;
import io.vsatlink.remote.http.Line;
import io.vsatlink.remote.http.Peer;
import io.vsatlink.remote.http.Timeouts;
import io.vsatlink.remote.http.Transport;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.recording.CallObserver;
import io.vsatlink.remote.recording.CallObserver.Seen;
import io.vsatlink.remote.recording.Redaction;
import java.net.URI;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends calls with what every call carries: to the vendor, and for logins to other servers that the profile names. */
public final class VendorLink implements AutoCloseable {
    /** A nonce that ends is no refusal, but one that ends each time would go on for ever. */
    private static final int MOST_TIMES = 3;

    private final VendorProfile profile;
    private final Credentials credentials;
    private final Endpoint endpoint;
    private final Timeouts timeouts;
    private final Secrets secrets;
    private final Set<String> keys;
    private final Map<URI, Line> lines = new HashMap<>();
    private volatile CallObserver observer = CallObserver.NOBODY;
    private boolean closed;

    public VendorLink(
            VendorProfile profile, Endpoint endpoint, Credentials credentials, Secrets secrets, Timeouts timeouts) {
        this.profile = profile;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.secrets = secrets;
        this.timeouts = timeouts;
        this.keys = profile.auth().parameters().collect(Collectors.toSet());
    }

    /** Has somebody see each call from now on. */
    public void observe(CallObserver next) {
        observer = next;
    }

    /** What is done with an answer before it is closed. */
    public interface Reading<T> {
        T read(Answer answer, Wording wording) throws VendorException;
    }

    /**
     * Sends a call, again only if the vendor asks for another proof of who we are.
     *
     * @param target path and query at the vendor; or the URL of another server, which gets no headers of the profile
     * @param body null for none
     * @param token what shows who we are, and the cookies of the session that the call belongs to
     */
    public <T> T send(
            String method, String target, Map<String, String> headers, Body body, Token token, Reading<T> reading)
            throws VendorException {
        return send(method, target, headers, body, token, reading, false);
    }

    /** Sends a call whose body and answer hold secrets, for a login. */
    <T> T login(String method, String target, Map<String, String> headers, Body body, Token token, Reading<T> reading)
            throws VendorException {
        return send(method, target, headers, body, token, reading, true);
    }

    private <T> T send(
            String method,
            String target,
            Map<String, String> headers,
            Body body,
            Token token,
            Reading<T> reading,
            boolean login)
            throws VendorException {
        String id = UUID.randomUUID().toString();
        Wording wording = new Wording(profile.name(), profile.sendsCorrelationId() ? id : "", secrets);
        boolean own = target.startsWith("/");
        URI uri = own ? URI.create(base(endpoint.base()) + keyless(target)) : URI.create(target);
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (own) {
            all.putAll(headers(id));
        }
        all.putAll(headers);
        try {
            Transport transport = line(uri, wording).transport();
            for (int times = 1; ; times++) {
                Map<String, String> proof = proof(token, method, uri);
                Call call = new Call(
                        method,
                        uri,
                        with(token, uri, proof, all),
                        body,
                        token.proof().keys());
                try (Seen seen = observer.begins(id, call, new Redaction(secrets, keys, proof.keySet(), login))) {
                    try (Answer answer = transport.send(call)) {
                        seen.answered(answer);
                        token.cookies().take(uri, answer.headers("Set-Cookie"));
                        secrets.cookies(token.cookies().values());
                        if (!token.proof().asked(answer) || times == MOST_TIMES) {
                            return reading.read(answer, wording);
                        }
                    } catch (ExchangeException e) {
                        throw seen.failed(wording.of(e));
                    } catch (VendorException e) {
                        throw seen.failed(e);
                    }
                }
            }
        } catch (ExchangeException e) {
            throw wording.of(e);
        }
    }

    private static Map<String, String> proof(Token token, String method, URI uri) throws ExchangeException {
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return token.proof().headers(method, target);
    }

    private static Map<String, String> with(
            Token token, URI uri, Map<String, String> proof, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(proof);
        String cookie = token.cookies().header(uri);
        if (!cookie.isEmpty()) {
            // a profile may have one of its own
            all.merge("Cookie", cookie, (own, theirs) -> own + "; " + theirs);
        }
        return all;
    }

    private Map<String, String> headers(String correlation) {
        Map<String, Object> values = new HashMap<>(credentials.placeholders());
        values.put(Placeholders.CORRELATION_ID, correlation);
        Map<String, String> filled = new HashMap<>();
        profile.headers().forEach((header, value) -> filled.put(header, Placeholders.fill(value, values)));
        return filled;
    }

    /** An address without the keys that go out with every call: vendors repeat them in the address of a next page. */
    public String keyless(String address) {
        int query = address.indexOf('?');
        List<String> keys = profile.auth()
                .parameters()
                .map(key -> PageQuery.encoded(key) + "=")
                .toList();
        if (query < 0 || keys.isEmpty()) {
            return address;
        }
        String rest = Stream.of(address.substring(query + 1).split("&", -1))
                .filter(pair -> keys.stream().noneMatch(pair::startsWith))
                .collect(Collectors.joining("&"));
        return address.substring(0, query) + (rest.isEmpty() ? "" : "?" + rest);
    }

    public URI base() {
        return endpoint.base();
    }

    /** For what goes wrong before a call. */
    Wording wording() {
        return new Wording(profile.name(), "", secrets);
    }

    /** Makes the transport, which the first call would wait for. */
    public void prepare() throws VendorException {
        try {
            Transport unused = line(endpoint.base(), wording()).transport();
        } catch (ExchangeException e) {
            throw wording().of(e);
        }
    }

    /** The key of the element, with its certificates. */
    PrivateKeyEntry key() throws VendorException {
        try {
            return line(endpoint.base(), wording()).key().orElseThrow(() -> wording()
                    .rejected("the login needs a key to sign with; set clientKeyStore", (Throwable) null));
        } catch (ExchangeException e) {
            throw wording().of(e);
        }
    }

    /** Notices another key store in the file. */
    void refresh() throws VendorException {
        try {
            for (Line line : lines()) {
                line.refresh();
            }
        } catch (ExchangeException e) {
            throw wording().of(e);
        }
    }

    private synchronized Line line(URI to, Wording wording) throws VendorException {
        if (closed) {
            throw wording.unavailable("the client of " + profile.name() + " is closed", OptionalInt.empty(), null);
        }
        URI base = base(to);
        boolean own = base.equals(base(endpoint.base()));
        if (!own && !endpoint.allows(base)) {
            throw wording.rejected(
                    "the profile sends the login to " + base + " without TLS: use https, or set allowPlainHttp",
                    (Throwable) null);
        }
        String name = own ? profile.name() : "the token server of " + profile.name();
        return lines.computeIfAbsent(
                base,
                key -> new Line(
                        new Peer(
                                name,
                                own ? endpoint.base() : base,
                                endpoint.busAddress(),
                                endpoint.trustedCertificates(),
                                endpoint.clientKeys()),
                        timeouts));
    }

    private static URI base(URI uri) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private synchronized List<Line> lines() {
        return List.copyOf(lines.values());
    }

    /** Ends the calls under way; later ones work. */
    public void abort() {
        lines().forEach(Line::abort);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        lines().forEach(Line::close);
    }
}
