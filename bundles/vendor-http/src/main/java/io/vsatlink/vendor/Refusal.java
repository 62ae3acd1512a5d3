package io.vsatlink.vendor;

import io.vsatlink.vendor.http.Answer;
import io.vsatlink.vendor.json.Document;
import io.vsatlink.vendor.json.MalformedAnswer;
import io.vsatlink.vendor.profile.ErrorProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * An answer that is no 200, understood by its code first and its status second.
 *
 * @param said code and message, or the title of an error page; empty where the vendor gave none
 * @param retryAfter how long it asks us to wait; null where it does not
 */
record Refusal(int status, String code, String said, String redirectHost, Duration retryAfter) {

    private static final int MAX_BODY = 64 * 1024;

    static Refusal read(Answer answer, ErrorProfile errors, Secrets secrets) {
        String body = body(answer);
        String code = "";
        String said;
        try {
            Document document = Document.read(body.getBytes(StandardCharsets.UTF_8));
            code = document.text(errors.codePointers()).orElse("");
            String message = document.text(errors.messagePointers()).orElse("");
            String separator = code.isEmpty() || message.isEmpty() ? "" : ", ";
            said = secrets.clean(code + separator + message);
        } catch (MalformedAnswer e) {
            said = secrets.ofPage(body).orElse("");
        }
        return new Refusal(
                answer.status(),
                code,
                said,
                secrets.clean(host(answer.header("Location"))),
                RetryAfter.read(answer.header("Retry-After"), Instant.now()).orElse(null));
    }

    boolean saysExpired(ErrorProfile errors) {
        return errors.tokenExpiredCodes().contains(code) || (status == 401 && !saysRefused(errors));
    }

    boolean saysRefused(ErrorProfile errors) {
        return errors.refusedCodes().contains(code) || saysLocked(errors);
    }

    boolean saysLocked(ErrorProfile errors) {
        return errors.lockedCodes().contains(code) || status == 423;
    }

    /** What it is where it has nothing to do with who we are. */
    VendorException exception(Wording wording) {
        OptionalInt known = OptionalInt.of(status);
        String http = "HTTP " + status + " from " + wording.vendor();
        if (status >= 200 && status < 300) {
            boolean empty = status == 204 || status == 205;
            String got = empty ? "an empty answer (HTTP " + status + ")" : "HTTP " + status;
            return wording.protocol("expected JSON, got " + got, known, null);
        }
        if (status >= 300 && status < 400) {
            String where = redirectHost.isEmpty() ? " redirects" : " redirects to " + redirectHost;
            return wording.rejected(http + where + ", which is not followed", known, null);
        }
        if (status == 407) {
            return wording.rejected("the proxy to " + wording.vendor() + " demands a login (HTTP 407)", known, null);
        }
        boolean mayPass = status == 408 || status == 425 || status == 429 || status >= 500;
        return mayPass
                ? wording.unavailable(http + because(), status, retryAfter)
                : wording.rejected(http + because(), known, null);
    }

    /** What the vendor said, as the end of a sentence. */
    String because() {
        return said.isEmpty() ? "" : ": " + said;
    }

    /** The status alone is worth telling: a body that breaks off must not hide it. */
    private static String body(Answer answer) {
        try {
            return new String(answer.body().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
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
