package io.vsatlink.vendor;

import io.vsatlink.vendor.http.Answer;
import io.vsatlink.vendor.http.Call.Body;
import io.vsatlink.vendor.json.Document;
import io.vsatlink.vendor.json.Envelope;
import io.vsatlink.vendor.json.MalformedAnswer;
import io.vsatlink.vendor.profile.AuthProfile;
import io.vsatlink.vendor.profile.AuthProfile.ApiKey;
import io.vsatlink.vendor.profile.AuthProfile.Basic;
import io.vsatlink.vendor.profile.AuthProfile.ClientCredentials;
import io.vsatlink.vendor.profile.AuthProfile.Login;
import io.vsatlink.vendor.profile.Meaning;
import io.vsatlink.vendor.profile.Placeholders;
import io.vsatlink.vendor.profile.VendorProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Who we are to the vendor. Callers wait for a login that is under way and share its token; after a refusal nobody
 * tries again by itself, as that would lock the account.
 */
final class Session {

    private static final int MAX_ANSWER = 64 * 1024;
    private static final int UNAUTHORIZED = 401;

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
        try {
            token = attempt();
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

    private Token attempt() throws VendorException {
        AuthProfile auth = profile.auth();
        if (auth instanceof Login login) {
            Body body = login.body() == null
                    ? null
                    : Body.json(Placeholders.fill(login.body(), credentials.placeholders())
                            .toString());
            Map<String, String> headers =
                    login.basic() ? basic(credentials.username(), credentials.password()) : Map.of();
            return link.send(login.method(), login.path(), headers, body, reading(login.token()));
        }
        if (auth instanceof ClientCredentials client) {
            return link.send("POST", client.path(), clientHeaders(client), form(client), reading(client.token()));
        }
        if (auth instanceof ApiKey key) {
            String value = Placeholders.fill(key.headerValue(), credentials.placeholders());
            return checked(Map.of(key.header(), value), key.check());
        }
        return checked(basic(credentials.username(), credentials.password()), ((Basic) auth).check());
    }

    /** What needs no token still has to be tried once: a wrong password is to be known before the first poll. */
    private Token checked(Map<String, String> header, String path) throws VendorException {
        String target = path == null ? firstListing() : path;
        return link.send("GET", target, header, null, (answer, wording) -> {
            if (answer.status() != 200) {
                throw refusal(Refusal.read(answer, profile.errors(), secrets), wording);
            }
            Optional<Refusal> error = errorInside(answer, wording);
            if (error.isPresent()) {
                throw refusal(error.get(), wording);
            }
            return Token.lasting(header, OptionalLong.empty());
        });
    }

    /** What such an answer holds is of no interest, unless the vendor hides errors in it. */
    private Optional<Refusal> errorInside(Answer answer, Wording wording) throws VendorException {
        if (!profile.errors().hidden()) {
            return Optional.empty();
        }
        try {
            return Envelope.of(profile.errors(), List.of())
                    .read(answer.body(), (parser, name) -> parser.skipChildren())
                    .error()
                    .map(said -> Refusal.inside(answer, profile.errors(), secrets, said));
        } catch (MalformedAnswer e) {
            return Optional.of(
                    Refusal.page(answer, profile.errors(), secrets).orElseThrow(() -> wording.of(e, answer)));
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    private String firstListing() {
        return new PageQuery(profile.listings().values().iterator().next(), credentials.placeholders()).first(1);
    }

    private static Map<String, String> basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** RFC 6749, 2.3.1: both are form-encoded before they become HTTP Basic. */
    private Map<String, String> clientHeaders(ClientCredentials client) {
        return client.inBody()
                ? Map.of()
                : basic(PageQuery.encoded(credentials.username()), PageQuery.encoded(credentials.password()));
    }

    private Body form(ClientCredentials client) {
        StringBuilder form = new StringBuilder("grant_type=client_credentials");
        if (client.scope() != null) {
            form.append("&scope=").append(PageQuery.encoded(client.scope()));
        }
        if (client.inBody()) {
            form.append("&client_id=").append(PageQuery.encoded(credentials.username()));
            form.append("&client_secret=").append(PageQuery.encoded(credentials.password()));
        }
        return Body.form(form.toString());
    }

    private VendorLink.Reading<Token> reading(AuthProfile.Token described) {
        return (answer, wording) -> token(described, answer, wording);
    }

    private Token token(AuthProfile.Token described, Answer answer, Wording wording) throws VendorException {
        if (answer.status() < 200 || answer.status() > 201) {
            throw refusal(Refusal.read(answer, profile.errors(), secrets), wording);
        }
        try {
            Document document = Document.read(answer.body().readNBytes(MAX_ANSWER));
            Optional<Refusal> error = Refusal.inside(answer, profile.errors(), secrets, document);
            if (error.isPresent()) {
                throw refusal(error.get(), wording);
            }
            String text = document.text(List.of(described.pointer())).orElse("");
            if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
                String message = "the login's answer has no " + described.pointer();
                throw wording.protocol(message, OptionalInt.of(answer.status()), null);
            }
            secrets.token(text);
            Map<String, String> values = new HashMap<>(Map.of(Placeholders.TOKEN, text));
            String header = Placeholders.fill(described.headerValue(), values);
            return Token.lasting(Map.of(described.header(), header), life(described, document));
        } catch (MalformedAnswer e) {
            Optional<Refusal> page = Refusal.page(answer, profile.errors(), secrets);
            throw page.isPresent() ? refusal(page.get(), wording) : wording.of(e, answer);
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    private static OptionalLong life(AuthProfile.Token described, Document document) {
        OptionalLong told = described.expiresInPointer() == null
                ? OptionalLong.empty()
                : document.wholeNumber(described.expiresInPointer());
        return told.isPresent() ? told : OptionalLong.of(described.lifetime());
    }

    private VendorException refusal(Refusal refusal, Wording wording) {
        String who = "\"" + credentials.username() + "\"";
        if (refusal.means(Meaning.LOCKED)) {
            String message = profile.name() + " says that the account " + who + " is locked" + refusal.because();
            return wording.unauthorized(message, refusal);
        }
        if (refusal.means(Meaning.GIVE_UP) || refusal.status() == UNAUTHORIZED) {
            String message = profile.name() + " refuses the login of " + who + refusal.because();
            return wording.unauthorized(message, refusal);
        }
        if (refusal.means(Meaning.LOG_IN_AGAIN)) {
            // a login carries no token that could be too old: the gateway is confused, and nobody's password is wrong
            return wording.unavailable(
                    "HTTP " + refusal.status() + " from " + profile.name() + refusal.because(), refusal);
        }
        return refusal.exception(wording);
    }
}
