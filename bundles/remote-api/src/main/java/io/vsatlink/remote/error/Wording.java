/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.ExchangeException;
import io.vsatlink.remote.http.Heading;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.profile.AnswerFormat;
import io.vsatlink.remote.profile.AnswerFormat.Kind;
import io.vsatlink.remote.profile.Meaning;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * Creates the exceptions of one call, with their messages.
 *
 * @param vendor the name of the vendor's system
 * @param correlation the correlation id that was sent; empty if none was
 */
public record Wording(String vendor, String correlation, Secrets secrets) {
    /** How a gzip file begins, read as UTF-8, in which its second byte is not valid. */
    private static final String GZIP = "\u001f\ufffd\b";

    public Unavailable unavailable(String message, OptionalInt status, Throwable cause) {
        return new Unavailable(with(message), correlation, status, cause);
    }

    public Unavailable unavailable(String message, Refusal refusal) {
        return new Unavailable(
                with(message),
                correlation,
                OptionalInt.of(refusal.status()),
                refusal.code(),
                refusal.retryAfter(),
                refusal.means(Meaning.PACE));
    }

    public Rejected rejected(String message, Throwable cause) {
        return new Rejected(with(message), correlation, OptionalInt.empty(), "", cause);
    }

    public Rejected rejected(String message, Refusal refusal) {
        return new Rejected(with(message), correlation, OptionalInt.of(refusal.status()), refusal.code(), null);
    }

    public Protocol protocol(String message, OptionalInt status, Throwable cause) {
        return new Protocol(with(message), correlation, status, cause);
    }

    public Unauthorized unauthorized(String message, Refusal refusal) {
        return new Unauthorized(with(message), correlation, OptionalInt.of(refusal.status()), refusal.code(), false);
    }

    /** The login succeeded, but its token is refused. */
    public Unauthorized tokenNotTaken(String message, Refusal refusal) {
        return new Unauthorized(with(message), correlation, OptionalInt.of(refusal.status()), refusal.code(), true);
    }

    /** The failure that ended the exchange. Only {@code http} can throw a known {@link IOException}. */
    public VendorException of(IOException e) {
        return e instanceof ExchangeException known ? of(known) : unavailable(e.toString(), OptionalInt.empty(), e);
    }

    private VendorException of(ExchangeException e) {
        return switch (e.kind()) {
            case PASSING -> unavailable(e.getMessage(), OptionalInt.empty(), e);
            case LASTING -> rejected(e.getMessage(), e);
            case BROKEN -> protocol(e.getMessage(), OptionalInt.empty(), e);
        };
    }

    public VendorException of(MalformedAnswer e, Answer answer) {
        return of(e, answer, AnswerFormat.JSON);
    }

    /** A body in the wrong format; the connection of the response is not reused. */
    public VendorException of(MalformedAnswer e, Answer answer, AnswerFormat format) {
        String expected = "expected " + format.kind().words();
        answer.distrust();
        OptionalInt status = OptionalInt.of(answer.status());
        ErrorPage page = new ErrorPage(answer.head(), false);
        if (page.isHtml()) {
            String title = page.message(answer.status(), secrets)
                    .map(text -> " (" + text + ")")
                    .orElse("");
            return protocol(expected + ", got HTML" + title, status, e);
        }
        if (page.isXml() && format.kind() != Kind.XML) {
            String root = page.element().map(name -> " (of " + name + ")").orElse("");
            return protocol(expected + ", got XML" + root, status, e);
        }
        if (answer.head().startsWith(GZIP)) {
            return protocol(
                    expected + ", got a file compressed with gzip, without the header Content-Encoding", status, e);
        }
        // with a Content-Length that is too small, or none, a truncated body looks complete
        if (e.endedEarly()) {
            return unavailable(e.getMessage(), status, e);
        }
        try {
            answer.readOn();
        } catch (IOException damage) {
            return of(damage);
        }
        return protocol(e.getMessage(), status, e);
    }

    private String with(String message) {
        String id = correlation.length() > 8 ? correlation.substring(0, 8) : correlation;
        return id.isEmpty() ? message : message + " (correlation " + id + ")";
    }

    /** The URL of the next page in the response header {@code Link}; empty if there is none. */
    public String nextLink(Heading answer) throws Protocol {
        try {
            String link = answer.link("next");
            return link == null ? "" : link;
        } catch (ExchangeException e) {
            throw protocol(e.getMessage(), OptionalInt.of(answer.status()), e);
        }
    }
}
