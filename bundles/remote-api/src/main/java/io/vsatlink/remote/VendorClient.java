/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.PageAnswer.Result;
import io.vsatlink.remote.error.Refusal;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.BodyCopy;
import io.vsatlink.remote.http.Heading;
import io.vsatlink.remote.http.Timeouts;
import io.vsatlink.remote.json.Envelope;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.ChangesProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.Meaning;
import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.recording.CallObserver;
import io.vsatlink.remote.session.LoginCall;
import io.vsatlink.remote.session.Session;
import io.vsatlink.remote.session.Token;
import io.vsatlink.remote.session.VendorLink;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The client of one vendor, whose API a profile describes. Thread-safe; calls block, and {@link #close()} aborts them.
 *
 * <p>Repeats a call only if its token had expired; any other retry is up to the caller.
 */
public final class VendorClient implements RemoteClient {

    private final VendorProfile profile;
    private final Credentials credentials;
    private final Secrets secrets;
    private final VendorLink link;
    private final Session session;

    /** Set once a page had half a surrogate pair in a name. */
    private volatile boolean byCharacters;

    /** Cheap: the transport is created by {@link #prepare} or the first call. */
    public VendorClient(VendorProfile profile, Endpoint endpoint, Credentials credentials) {
        this(profile, endpoint, credentials, Timeouts.DEFAULT);
    }

    VendorClient(VendorProfile profile, Endpoint endpoint, Credentials credentials, Timeouts timeouts) {
        this.profile = profile;
        this.credentials = credentials;
        this.secrets = new Secrets(credentials.hidden(endpoint));
        this.link = new VendorLink(profile, endpoint, credentials, secrets, timeouts);
        this.session = new Session(new LoginCall(profile, credentials, secrets, link), System::nanoTime);
    }

    public VendorProfile profile() {
        return profile;
    }

    @Override
    public void prepare() throws VendorException {
        link.prepare();
    }

    @Override
    public void login() throws VendorException {
        session.login();
    }

    /**
     * Reads one page, and logs in first if necessary.
     *
     * @param pageSize the number of rows to request
     * @param sink receives each item, even of a page that fails later; an exception of the sink ends the call and is
     *     passed on
     */
    public PageHead page(ListingProfile listing, PageRef page, int pageSize, ItemSink sink) throws VendorException {
        return page(listing, Map.of(), page, pageSize, sink);
    }

    /** @param turn may have the response to the same request of another listing, and receives this one */
    public PageHead page(ListingProfile listing, PageRef page, int pageSize, ItemSink sink, SharedAnswer.Turn turn)
            throws VendorException {
        return page(listing, page, asked(listing, Map.of(), page, pageSize), pageSize, sink, turn);
    }

    /** @param values of placeholders that only this call has */
    public PageHead page(ListingProfile listing, Map<String, String> values, PageRef page, int pageSize, ItemSink sink)
            throws VendorException {
        return page(listing, page, asked(listing, values, page, pageSize), pageSize, sink, SharedAnswer.none());
    }

    private PageHead page(
            ListingProfile listing,
            PageRef page,
            PageQuery.Asked asked,
            int pageSize,
            ItemSink sink,
            SharedAnswer.Turn turn)
            throws VendorException {
        boolean before = byCharacters;
        try {
            return page(listing, page, asked, pageSize, before, sink, turn);
        } catch (Protocol e) {
            if (before || !(e.getCause() instanceof MalformedAnswer malformed && malformed.halfInAName())) {
                throw e;
            }
            // the bytes of the page were not kept, so it is requested again
            byCharacters = true;
            return page(listing, page, asked, pageSize, true, sink, turn);
        }
    }

    private PageHead page(
            ListingProfile listing,
            PageRef page,
            PageQuery.Asked asked,
            int pageSize,
            boolean characters,
            ItemSink sink,
            SharedAnswer.Turn turn)
            throws VendorException {
        PageAnswer reading = new PageAnswer(listing, page, profile.errors(), secrets);
        VendorLink.Reading<Outcome<PageHead>> pages = (answer, wording) -> {
            BodyCopy copy = new BodyCopy(turn.most());
            answer.copyTo(copy);
            Result result = reading.read(answer, wording, pageSize, characters, sink);
            if (result.refusal() != null) {
                return refused(result.refusal(), wording);
            }
            if (answer.atEnd() && !copy.cut()) {
                turn.keep(this, asked, answer, copy.beginning());
            }
            return new Outcome<>(keyless(result.head()), null);
        };
        Optional<Answer> shared = turn.take(this, asked);
        if (shared.isPresent()) {
            Outcome<PageHead> read = pages.read(shared.get(), new Wording(profile.name(), "", secrets));
            if (read.expired() == null) {
                return read.value();
            }
        }
        return authorized(
                token -> link.send(asked.method(), asked.target(), asked.headers(), asked.body(), token, pages));
    }

    /** Whether two listings that come at once are read from the same response. */
    public boolean sameAnswer(ListingProfile one, int pageSize, ListingProfile other, int otherSize)
            throws VendorException {
        return one.paging().style() == Style.NONE
                && other.paging().style() == Style.NONE
                && asked(one, Map.of(), PageRef.FIRST, pageSize)
                        .equals(asked(other, Map.of(), PageRef.FIRST, otherSize));
    }

    /**
     * Identifies the server, the user and the profile by which a listing is read: what is known of its changes does not count for another.
     *
     * @return a hash; empty if it is always read as a whole
     */
    public Optional<String> basis(ListingProfile listing) {
        return Optional.ofNullable(listing.changes())
                .map(changes ->
                        ChangesProfile.hash(link.base() + "\n" + credentials.username() + "\n" + changes.profile()));
    }

    /** The method, the path and the query of a listing's first page. */
    public String firstCall(ListingProfile listing, int pageSize) {
        PageQuery.Asked asked = new PageQuery(listing, credentials.placeholders()).asked(PageRef.FIRST, pageSize);
        return secrets.clean(asked.method() + " " + asked.target());
    }

    /** A text that may have values of the vendor's rows, with our secrets masked. */
    public String masked(String text) {
        return secrets.masked(text);
    }

    /**
     * Reads a saved page as if the vendor had sent it.
     *
     * @param heading null if it was not saved: then what is in headers is not checked
     * @throws Protocol if the page is not in the format that the profile describes
     * @throws Rejected if the page is an error of the vendor
     */
    public static PageHead saved(
            VendorProfile profile, ListingProfile listing, Heading heading, InputStream answer, ItemSink sink)
            throws VendorException {
        Wording wording = new Wording(profile.name(), "", new Secrets(Set.of()));
        Envelope envelope = Envelope.of(listing, profile.errors());
        HeaderFacts headers = heading == null ? null : headers(listing, heading, wording, sink);
        try {
            Envelope.Figures told =
                    envelope.later(headers != null && headers.total() == 0).read(answer, sink::take);
            if (told.error().isPresent()) {
                Envelope.Said said = told.error().get();
                throw wording.rejected(
                        "the response reports an error: " + said.code() + " " + said.message(), (Throwable) null);
            }
            return headers == null
                    ? PageAnswer.head(told, told.rows(), 0)
                    : PageAnswer.head(headers, told, null, 0, told.rows());
        } catch (IOException e) {
            throw wording.protocol(e.getMessage(), OptionalInt.empty(), e);
        }
    }

    private static HeaderFacts headers(ListingProfile listing, Heading heading, Wording wording, ItemSink sink)
            throws VendorException {
        sink.heading(heading);
        if (!heading.good()) {
            throw wording.rejected("the saved response is no page: HTTP " + heading.status(), (Throwable) null);
        }
        return HeaderFacts.of(listing.paging(), PageRef.FIRST, heading, wording);
    }

    /**
     * Makes a call that the profile defines, and logs in first if necessary.
     *
     * @param name the name of the call in the profile
     * @param parameters the values of its placeholders
     * @param fields the values of its body by our names, each of the type of its column; null is sent as null
     */
    public CallAnswer call(String name, Map<String, String> parameters, Map<String, Object> fields)
            throws VendorException {
        return call(name, parameters, fields, AnswerPart.FIRST);
    }

    /** @param part the part of the response to request, for a call whose response comes in parts */
    public CallAnswer call(String name, Map<String, String> parameters, Map<String, Object> fields, AnswerPart part)
            throws VendorException {
        VendorCall call = new VendorCall(profile.calls().get(name), part, profile.errors(), secrets);
        VendorCall.Request request = request(call, parameters, fields);
        return authorized(token -> link.send(
                request.method(), request.target(), request.headers(), request.body(), token, (answer, wording) -> {
                    VendorCall.Result result = call.read(answer, wording);
                    return result.refusal() == null
                            ? new Outcome<>(result.answer(), null)
                            : refused(result.refusal(), wording);
                }));
    }

    private VendorCall.Request request(VendorCall call, Map<String, String> parameters, Map<String, Object> fields)
            throws Rejected {
        try {
            return call.request(credentials.placeholders(), parameters, fields, link.base());
        } catch (IllegalArgumentException e) {
            throw new Wording(profile.name(), "", secrets)
                    .rejected("the address of the next part can't be followed: " + e.getMessage(), e);
        }
    }

    @Override
    public void observe(CallObserver observer) {
        link.observe(observer);
    }

    @Override
    public void abort() {
        link.abort();
    }

    @Override
    public void close() {
        link.close();
    }

    /** The value of a call, or the exception to throw if the token was not accepted. */
    private record Outcome<T>(T value, Unauthorized expired) {}

    private interface Attempt<T> {
        Outcome<T> make(Token token) throws VendorException;
    }

    private <T> T authorized(Attempt<T> attempt) throws VendorException {
        Token token = session.current();
        Outcome<T> first = attempt.make(token);
        if (first.expired() == null) {
            return first.value();
        }
        Token renewed = session.renewed(token);
        Outcome<T> second = attempt.make(renewed);
        if (second.expired() != null && renewed.refreshed()) {
            second = attempt.make(session.loggedInAgain(renewed));
        }
        if (second.expired() == null) {
            return second.value();
        }
        throw session.refuse(second.expired());
    }

    private PageHead keyless(PageHead head) {
        return head.next()
                .map(next -> head.followedBy(new PageRef.After(link.keyless(next.told()))))
                .orElse(head);
    }

    private <T> Outcome<T> refused(Refusal refusal, Wording wording) throws VendorException {
        String message = profile.name() + " does not accept our token" + refusal.because();
        if (refusal.means(Meaning.LOG_IN_AGAIN)) {
            return new Outcome<>(null, wording.tokenNotTaken(message, refusal));
        }
        if (refusal.refusesUs()) {
            throw session.refuse(wording.unauthorized(message, refusal));
        }
        throw refusal.exception(wording);
    }

    private PageQuery.Asked asked(ListingProfile listing, Map<String, String> values, PageRef page, int pageSize)
            throws VendorException {
        Map<String, Object> all = new HashMap<>(credentials.placeholders());
        all.putAll(values);
        PageQuery query = new PageQuery(listing, all);
        if (page instanceof PageRef.After after && query.byUrl(page)) {
            Wording wording = new Wording(profile.name(), "", secrets);
            try {
                return query.asked(after, pageSize, link.base())
                        .orElseThrow(() -> wording.rejected(
                                "the next page leads to another server, which is not followed; if "
                                        + PageQuery.server(after.told())
                                        + " is another name of this one, add it to nextRewrite",
                                (Throwable) null));
            } catch (IllegalArgumentException e) {
                throw wording.protocol("the address of the next page can't be parsed", OptionalInt.empty(), e);
            }
        }
        return query.asked(page, pageSize);
    }
}
