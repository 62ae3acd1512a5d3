/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.json.Document;
import io.vsatlink.remote.json.Envelope.Said;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.profile.AnswerFormat;
import io.vsatlink.remote.profile.AnswerFormat.Kind;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.Meaning;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An error response, interpreted by its error code first and its HTTP status second.
 *
 * @param said error code and message, or the title of an error page; empty if the vendor gave none
 * @param meaning empty if the request itself is refused
 * @param ids returns the text at a JSON pointer of the error; empty if there is none
 * @param redirectHost the host of the header Location; empty if there is none
 * @param retryAfter how long the vendor asks us to wait; null if it does not
 */
public record Refusal(
        int status,
        String code,
        String said,
        Optional<Meaning> meaning,
        UnaryOperator<String> ids,
        String redirectHost,
        Duration retryAfter) {

    private static final int MAX_BODY = 64 * 1024;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Reads the rest of a response whose HTTP status is an error. */
    public static Refusal read(Answer answer, ErrorProfile errors, Secrets secrets) {
        return read(answer, errors, secrets, AnswerFormat.JSON);
    }

    /** As above; where the vendor answers in XML its errors may be XML too, for instance a SOAP fault. */
    public static Refusal read(Answer answer, ErrorProfile errors, Secrets secrets, AnswerFormat format) {
        byte[] bytes = body(answer);
        try {
            return of(answer, errors, secrets, said(Document.error(bytes, format), errors));
        } catch (MalformedAnswer e) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return of(answer, errors, secrets, said(new ErrorPage(text, bytes.length < MAX_BODY), answer, secrets));
        }
    }

    /** An error response with a success status. */
    public static Refusal inside(Answer answer, ErrorProfile errors, Secrets secrets, Said said) {
        return of(answer, errors, secrets, said);
    }

    /** The error inside a response with a success status; empty if it is not an error. */
    public static Optional<Refusal> inside(Answer answer, ErrorProfile errors, Secrets secrets, Document document) {
        if (errors.inside200() == null) {
            return Optional.empty();
        }
        return document.all(errors.inside200().pointer()).stream()
                .filter(errors.inside200()::matches)
                .findFirst()
                .map(marker -> of(answer, errors, secrets, said(document, errors, marker)));
    }

    /**
     * @param marker the text that marks the response as an error; it is the message if the profile looks for a part of
     *     it
     */
    private static Said said(Document document, ErrorProfile errors, String marker) {
        Said said = said(document, errors);
        boolean text = !errors.inside200().parts().isEmpty();
        return text && said.message().isEmpty() ? new Said(said.code(), marker, said.ids()) : said;
    }

    /**
     * An HTML page instead of JSON, with a success status; empty if it is not a page, or if the profile does not define
     * the meaning of pages.
     */
    public static Optional<Refusal> page(Answer answer, ErrorProfile errors, Secrets secrets) {
        return page(answer, errors, secrets, AnswerFormat.JSON);
    }

    /** As above; in XML only HTML is such a page. */
    public static Optional<Refusal> page(Answer answer, ErrorProfile errors, Secrets secrets, AnswerFormat format) {
        if (format.kind() == Kind.XML && !new ErrorPage(answer.head(), false).isHtml()) {
            return Optional.empty();
        }
        if (errors.html() == null || !answer.head().stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        Refusal page = of(answer, errors, secrets, said(new ErrorPage(answer.head(), false), answer, secrets));
        return Optional.of(new Refusal(
                page.status,
                page.code,
                page.said,
                Optional.of(errors.html()),
                page.ids,
                page.redirectHost,
                page.retryAfter));
    }

    private static Said said(Document document, ErrorProfile errors) {
        return new Said(
                document.text(errors.codePointers()).orElse(""),
                document.text(errors.messagePointers()).orElse(""),
                pointer -> document.text(List.of(pointer)).orElse(""));
    }

    private static Said said(ErrorPage body, Answer answer, Secrets secrets) {
        return new Said("", body.message(answer.status(), secrets).orElse(""), pointer -> "");
    }

    private static Refusal of(Answer answer, ErrorProfile errors, Secrets secrets, Said said) {
        String separator = said.code().isEmpty() || said.message().isEmpty() ? "" : ", ";
        return new Refusal(
                answer.status(),
                said.code(),
                secrets.clean(said.code() + separator + said.message()),
                errors.meaning(said.code(), answer.status()),
                said.ids(),
                secrets.clean(host(answer.header("Location"))),
                RetryAfter.read(answer.header("Retry-After"), answer.header("Date"), Instant.now())
                        .orElse(null));
    }

    public boolean means(Meaning asked) {
        return meaning.isPresent() && meaning.get() == asked;
    }

    public boolean refusesUs() {
        return meaning.isPresent() && meaning.get().refuses();
    }

    /** The id at a JSON pointer of the error; empty if there is none. The pointer may be null. */
    public String id(String pointer) {
        return pointer == null ? "" : ids.apply(pointer);
    }

    /** The exception for an error that does not concern the login. */
    public VendorException exception(Wording wording) {
        OptionalInt known = OptionalInt.of(status);
        String http = "HTTP " + status + " from " + wording.vendor();
        if (means(Meaning.RETRY) || means(Meaning.PACE)) {
            return wording.unavailable(http + because(), this);
        }
        if (status >= 200 && status < 300) {
            String got =
                    switch (status) {
                        case 204, 205 -> "an empty response (HTTP " + status + ")";
                        case 202 -> "HTTP 202: the vendor has accepted the call, and the rows come later";
                        case 206 -> "a partial response (HTTP 206)";
                        case 207, 208 -> "HTTP " + status + ": parts of it may have failed";
                        case 226 -> "HTTP 226: only what changed";
                        default -> "HTTP " + status;
                    };
            return said.isEmpty()
                    ? wording.protocol("expected JSON, got " + got, known, null)
                    : wording.rejected(http + because(), this);
        }
        if (status == 304) {
            return wording.protocol(
                    http + " (not modified) to a call without a condition: a cache on the way may be the cause",
                    known,
                    null);
        }
        if (REDIRECTS.contains(status)) {
            String where = redirectHost.isEmpty() ? " redirects" : " redirects to " + redirectHost;
            return wording.rejected(http + where + ", which is not followed", this);
        }
        if (status == 407) {
            return wording.rejected("the proxy to " + wording.vendor() + " requires a login (HTTP 407)", this);
        }
        return wording.rejected(http + because(), this);
    }

    /** The vendor's words as the end of a sentence; empty if it gave none. */
    public String because() {
        return said.isEmpty() ? "" : ": " + said;
    }

    /** A truncated body counts as empty: the status alone is worth reporting. */
    private static byte[] body(Answer answer) {
        try {
            return answer.body().readNBytes(MAX_BODY);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static String host(String location) {
        if (location == null) {
            return "";
        }
        try {
            URI target = URI.create(location);
            return target.getHost() == null ? "the same host" : target.getHost();
        } catch (IllegalArgumentException e) {
            return "an unreadable address";
        }
    }
}
