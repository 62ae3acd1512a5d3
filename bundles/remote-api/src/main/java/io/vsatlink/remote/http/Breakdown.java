/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import static io.vsatlink.remote.http.ExchangeException.Kind.BROKEN;
import static io.vsatlink.remote.http.ExchangeException.Kind.LASTING;
import static io.vsatlink.remote.http.ExchangeException.Kind.PASSING;

import io.vsatlink.remote.http.ExchangeException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpHost;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.MessageConstraintException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.conn.HttpHostConnectException;

/** Turns an I/O failure into a message for people, and determines whether it is temporary. */
record Breakdown(Peer peer, Timeouts timeouts) {

    ExchangeException of(IOException e) {
        if (e instanceof ExchangeException known) {
            return known;
        }
        if (e instanceof SSLException tls) {
            return tls(tls);
        }
        if (e instanceof ConnectionPoolTimeoutException) {
            return new ExchangeException(PASSING, "no connection to " + peer + " became free", e);
        }
        if (e instanceof ConnectTimeoutException) {
            return new ExchangeException(
                    PASSING, peer + " did not accept a connection within " + Timeouts.words(timeouts.connect()), e);
        }
        if (e instanceof SocketTimeoutException) {
            return new ExchangeException(PASSING, peer + " sent nothing for " + Timeouts.words(timeouts.idle()), e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new ExchangeException(PASSING, unreachable(e), e);
        }
        if (e instanceof UnknownHostException) {
            return new ExchangeException(PASSING, peer + " is unknown to DNS", e);
        }
        return underWay(e);
    }

    private ExchangeException underWay(IOException e) {
        if (e instanceof MessageConstraintException) {
            return new ExchangeException(
                    BROKEN, "the header of a response from " + peer.name() + " exceeds our limits", e);
        }
        if (e instanceof NoHttpResponseException) {
            return new ExchangeException(PASSING, peer + " closed the connection without a response", e);
        }
        if (e instanceof ConnectionClosedException || e instanceof MalformedChunkCodingException) {
            return new ExchangeException(PASSING, "the response from " + peer + " was cut off", e);
        }
        if (e instanceof ZipException || e instanceof EOFException) {
            return new ExchangeException(PASSING, "the compressed response from " + peer + " is damaged", e);
        }
        if (e instanceof ClientProtocolException) {
            // it may be the rest of the previous response on this connection, if that was longer than declared
            return new ExchangeException(PASSING, peer + " did not return valid HTTP", e);
        }
        return new ExchangeException(PASSING, "the connection to " + peer + " broke (" + words(e) + ")", e);
    }

    private String unreachable(IOException e) {
        String who = peer.toString();
        if (e instanceof HttpHostConnectException connect && !isPeer(connect.getHost())) {
            who = "the proxy " + connect.getHost().toHostString() + " to " + peer.name();
        }
        String why = e.getCause() == null ? words(e) : words(e.getCause());
        return why.contains("refused") ? who + " refused the connection" : who + " cannot be reached (" + why + ")";
    }

    private boolean isPeer(HttpHost host) {
        URI base = peer.base();
        return host.getHostName().equalsIgnoreCase(base.getHost())
                && (base.getPort() < 0 || base.getPort() == host.getPort());
    }

    private ExchangeException tls(SSLException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return new ExchangeException(
                    LASTING,
                    peer + " cannot be trusted: the certificate was issued for another host (" + words(e) + ")",
                    e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return new ExchangeException(LASTING, "no trust in " + peer + ": " + words(cause), e);
            }
            if (cause instanceof SocketException || cause instanceof EOFException) {
                return new ExchangeException(PASSING, "the connection to " + peer + " broke (" + words(cause) + ")", e);
            }
        }
        boolean handshake = e instanceof SSLHandshakeException || e instanceof SSLProtocolException;
        boolean noTls = words(e).startsWith("Unsupported or unrecognized SSL message");
        Kind kind = handshake || noTls ? LASTING : PASSING;
        return new ExchangeException(kind, "no TLS connection to " + peer + " (" + words(e) + ")", e);
    }

    /** The message of a failure, or its type if it has none. */
    static String words(Throwable e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
