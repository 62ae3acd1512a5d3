package io.vsatlink.vendor;

import io.vsatlink.vendor.http.Answer;
import io.vsatlink.vendor.json.Document;
import io.vsatlink.vendor.json.MalformedAnswer;
import io.vsatlink.vendor.json.VendorJson;
import io.vsatlink.vendor.profile.ErrorProfile;
import io.vsatlink.vendor.profile.LoginProfile;
import io.vsatlink.vendor.profile.VendorProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Who we are to the vendor. Callers wait for a login that is under way and share its token; after a refusal nobody
 * tries again by itself, as that would lock the account.
 */
final class Session {

    private static final int MAX_ANSWER = 64 * 1024;

    private final VendorProfile profile;
    private final Credentials credentials;
    private final Secrets secrets;
    private final VendorLink link;
    private Token token;
    private Unauthorized refused;

    Session(VendorProfile profile, Credentials credentials, Secrets secrets, VendorLink link) {
        this.profile = profile;
        this.credentials = credentials;
        this.secrets = secrets;
        this.link = link;
    }

    /** One attempt, also after a refusal: somebody wants it. */
    synchronized void login() throws VendorException {
        token = null;
        refused = null;
        LoginProfile login = profile.login();
        String body = VendorJson.text(login.bodyFor(credentials.username(), credentials.password()));
        try {
            token = link.send(login.method(), login.path(), Map.of(), body, this::token);
        } catch (Unauthorized e) {
            refused = e;
            throw e;
        }
    }

    /** The header that shows who we are. */
    synchronized Token current() throws VendorException {
        if (refused != null) {
            throw refused;
        }
        if (token == null || token.isOver()) {
            login();
        }
        return token;
    }

    /** A token in place of one that the vendor no longer takes, which another caller may have had already. */
    synchronized Token renewed(Token expired) throws VendorException {
        if (token == expired && refused == null) {
            login();
        }
        return current();
    }

    /** No token is any good. */
    synchronized Unauthorized refuse(Unauthorized why) {
        refused = why;
        return why;
    }

    private Token token(Answer answer, Wording wording) throws VendorException {
        if (answer.status() != 200) {
            throw refusal(Refusal.read(answer, profile.errors(), secrets), wording);
        }
        try {
            Document document = Document.read(answer.body().readNBytes(MAX_ANSWER));
            String text = document.text(List.of(profile.login().tokenPointer())).orElse("");
            if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
                String message = "the login's answer has no " + profile.login().tokenPointer();
                throw wording.protocol(message, OptionalInt.of(answer.status()), null);
            }
            secrets.token(text);
            Map<String, String> header =
                    Map.of(profile.login().header(), profile.login().headerValueFor(text));
            return Token.lasting(header, life(document));
        } catch (MalformedAnswer e) {
            throw wording.of(e, answer);
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    private OptionalLong life(Document document) {
        String pointer = profile.login().expiresInPointer();
        return pointer == null ? OptionalLong.empty() : document.wholeNumber(pointer);
    }

    private VendorException refusal(Refusal refusal, Wording wording) {
        ErrorProfile errors = profile.errors();
        String who = "\"" + credentials.username() + "\"";
        if (refusal.saysLocked(errors)) {
            String message = profile.name() + " says that the account " + who + " is locked" + refusal.because();
            return wording.unauthorized(message, refusal.status());
        }
        if (refusal.saysRefused(errors) || refusal.status() == 401) {
            String message = profile.name() + " refuses the login of " + who + refusal.because();
            return wording.unauthorized(message, refusal.status());
        }
        return refusal.exception(wording);
    }

    /** Not compared with the wall clock, which may jump. */
    static final class Token {

        private final Map<String, String> header;
        private final long start = System.nanoTime();
        private final long nanos;

        private Token(Map<String, String> header, long nanos) {
            this.header = header;
            this.nanos = nanos;
        }

        /** A life of none is no life that could be meant. */
        static Token lasting(Map<String, String> header, OptionalLong seconds) {
            long life = seconds.orElse(0);
            return new Token(
                    header,
                    life <= 0 ? Long.MAX_VALUE : Duration.ofSeconds(life).toNanos());
        }

        Map<String, String> header() {
            return header;
        }

        boolean isOver() {
            return System.nanoTime() - start >= nanos;
        }
    }
}
