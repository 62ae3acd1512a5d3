/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.error.Refusal;
import io.vsatlink.remote.error.Seconds;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.Cookies;
import io.vsatlink.remote.json.Document;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.profile.AuthProfile;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.Placeholders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a token out of the answer to a login.
 *
 * @param before what the token was given for, if it was not a login
 */
record TokenAnswer(
        AuthProfile.Token described, ErrorProfile errors, Secrets secrets, LoginRefusal refusal, Token before) {
    private static final int MAX_ANSWER = 64 * 1024;

    Token read(Answer answer, Cookies cookies, Wording wording) throws VendorException {
        if (!answer.heading().good() && answer.status() != 201) {
            throw refusal.of(Refusal.read(answer, errors, secrets), wording);
        }
        try {
            byte[] bytes = answer.body().readNBytes(MAX_ANSWER + 1);
            if (bytes.length > MAX_ANSWER) {
                String message = "the login response is larger than our limit of " + (MAX_ANSWER >> 10) + " kB";
                throw wording.protocol(message, OptionalInt.of(answer.status()), null);
            }
            return described.pointer() == null
                    ? whole(new String(bytes, StandardCharsets.UTF_8), answer, cookies, wording)
                    : member(Document.read(bytes), answer, cookies, wording);
        } catch (MalformedAnswer e) {
            Optional<Refusal> page = Refusal.page(answer, errors, secrets);
            throw page.isPresent() ? refusal.of(page.get(), wording) : wording.of(e, answer);
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    private Token member(Document document, Answer answer, Cookies cookies, Wording wording) throws VendorException {
        Optional<Refusal> error = Refusal.inside(answer, errors, secrets, document);
        if (error.isPresent()) {
            throw refusal.of(error.get(), wording);
        }
        String text = document.text(List.of(described.pointer())).orElse("");
        Optional<Duration> told = text(document, described.expiresInPointer()).flatMap(Seconds::read);
        String refresh = text(document, described.refreshPointer())
                .orElse(before == null ? "" : before.renewal().refresh());
        secrets.hide(text, refresh);
        return token(text, "a " + described.pointer(), told, refresh, answer, cookies, wording);
    }

    private static Optional<String> text(Document document, String pointer) {
        return pointer == null
                ? Optional.empty()
                : document.text(List.of(pointer)).filter(text -> !text.isEmpty());
    }

    /** The answer as it is; one that is a text in JSON is meant without its quotation marks. */
    private Token whole(String body, Answer answer, Cookies cookies, Wording wording)
            throws VendorException, MalformedAnswer {
        String text = body.replace("\uFEFF", "").strip();
        if (text.startsWith("<") || text.startsWith("{") || text.startsWith("[")) {
            Optional<Refusal> page = Refusal.page(answer, errors, secrets);
            if (page.isPresent()) {
                throw refusal.of(page.get(), wording);
            }
            if (text.startsWith("{")) {
                Optional<Refusal> error =
                        Refusal.inside(answer, errors, secrets, Document.read(text.getBytes(StandardCharsets.UTF_8)));
                if (error.isPresent()) {
                    throw refusal.of(error.get(), wording);
                }
            }
            String kind = text.startsWith("<") ? "a page" : "JSON";
            throw wording.protocol(
                    "the login response should be the token as text, but is " + kind,
                    OptionalInt.of(answer.status()),
                    null);
        }
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String token = quoted ? text.substring(1, text.length() - 1) : text;
        secrets.hide(token);
        return token(token, "a token", Optional.empty(), "", answer, cookies, wording);
    }

    private Token token(
            String text,
            String what,
            Optional<Duration> told,
            String refresh,
            Answer answer,
            Cookies cookies,
            Wording wording)
            throws VendorException {
        if (text.isEmpty() || !text.chars().allMatch(TokenAnswer::fitsAHeader)) {
            String message = text.isEmpty()
                    ? "the login response has no " + what.substring(2)
                    : "the login response has " + what + " that can't be sent in a header";
            throw wording.protocol(message, OptionalInt.of(answer.status()), null);
        }
        AuthProfile.Shown shown = described.shown();
        String value = Placeholders.fill(shown.value(), Map.of(Placeholders.TOKEN, text));
        Optional<Duration> life = told.or(() -> Seconds.read(String.valueOf(described.lifetime())));
        return new Token(
                Token.fixed(shown.inQuery(), shown.name(), value),
                cookies,
                new Token.Renewal(text, life, refresh, before != null));
    }

    /** Others would go out as a question mark, and the vendor would not know its own token. */
    private static boolean fitsAHeader(int character) {
        return (character >= 0x20 && character <= 0x7e) || (character >= 0xa0 && character <= 0xff);
    }
}
