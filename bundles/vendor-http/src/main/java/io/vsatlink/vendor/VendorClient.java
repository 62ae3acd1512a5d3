package io.vsatlink.vendor;

import io.vsatlink.vendor.http.Answer;
import io.vsatlink.vendor.http.Timeouts;
import io.vsatlink.vendor.json.Envelope;
import io.vsatlink.vendor.json.MalformedAnswer;
import io.vsatlink.vendor.profile.ListingProfile;
import io.vsatlink.vendor.profile.PagingProfile;
import io.vsatlink.vendor.profile.VendorProfile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Speaks to one vendor as its profile tells. Thread-safe; calls block, and {@link #close()} ends them.
 *
 * <p>Tries nothing twice, but for a page whose token had expired.
 */
public final class VendorClient implements AutoCloseable {

    private final VendorProfile profile;
    private final Secrets secrets;
    private final VendorLink link;
    private final Session session;

    /** Cheap: what is costly comes with {@link #prepare} or the first call. */
    public VendorClient(VendorProfile profile, Endpoint endpoint, Credentials credentials) {
        this(profile, endpoint, credentials, Timeouts.DEFAULT);
    }

    VendorClient(VendorProfile profile, Endpoint endpoint, Credentials credentials, Timeouts timeouts) {
        this.profile = profile;
        this.secrets = new Secrets(credentials.password());
        this.link = new VendorLink(profile, endpoint, secrets, timeouts);
        this.session = new Session(profile, credentials, secrets, link);
    }

    /** Makes what calls need, half a second's work in a JVM that has made none before, and calls nobody. */
    public void prepare() throws VendorException {
        link.prepare();
    }

    /**
     * Logs in, with exactly one attempt. After {@link Unauthorized}, from here or from {@link #page}, no other call
     * reaches the vendor until this succeeds.
     */
    public void login() throws VendorException {
        session.login();
    }

    /**
     * Reads one page, logging in before where that has not been done.
     *
     * @param page counted as the profile counts
     * @param rows given each element of the items, also of a page that fails later. What it throws ends the call and
     *     comes through
     */
    public PageHead page(ListingProfile listing, int page, int pageSize, RowSink rows) throws VendorException {
        String pathAndQuery = pathAndQuery(listing, page, pageSize);
        VendorLink.Reading<Outcome> reading =
                (answer, wording) -> outcome(listing, page, pageSize, rows, answer, wording);

        Session.Token token = session.current();
        Outcome first = link.send("GET", pathAndQuery, token.header(), null, reading);
        if (first.expired() == null) {
            return first.page();
        }
        token = session.renewed(token);
        Outcome second = link.send("GET", pathAndQuery, token.header(), null, reading);
        if (second.expired() == null) {
            return second.page();
        }
        throw session.refuse(second.expired());
    }

    /** Ends the calls under way, which then throw {@link Unavailable}; later ones work. */
    public void abort() {
        link.abort();
    }

    /** Ends the calls under way, and allows no more. */
    @Override
    public void close() {
        link.close();
    }

    /** A page, or how to say that the token was not taken. */
    private record Outcome(PageHead page, Unauthorized expired) {}

    private Outcome outcome(
            ListingProfile listing, int page, int pageSize, RowSink rows, Answer answer, Wording wording)
            throws VendorException {
        if (answer.status() == 200) {
            return new Outcome(head(listing, page, pageSize, rows, answer, wording), null);
        }
        Refusal refusal = Refusal.read(answer, profile.errors(), secrets);
        Unauthorized refused =
                wording.unauthorized(profile.name() + " does not take our token" + refusal.because(), refusal.status());
        if (refusal.saysExpired(profile.errors())) {
            return new Outcome(null, refused);
        }
        if (refusal.saysRefused(profile.errors())) {
            throw session.refuse(refused);
        }
        throw refusal.exception(wording);
    }

    private static PageHead head(
            ListingProfile listing, int page, int pageSize, RowSink rows, Answer answer, Wording wording)
            throws VendorException {
        PagingProfile paging = listing.paging();
        Envelope envelope = new Envelope(
                listing.itemsPointer(), paging.totalPointer(), paging.totalPagesPointer(), paging.sizePointer());
        try {
            Envelope.Figures told = envelope.read(answer.body(), rows::take);
            int size = told.size() > 0 ? clamped(told.size()) : pageSize;
            return new PageHead(page, size, told.total(), clamped(told.totalPages()), told.rows(), answer.bytes());
        } catch (MalformedAnswer e) {
            throw wording.of(e, answer);
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    private static int clamped(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    private static String pathAndQuery(ListingProfile listing, int page, int pageSize) {
        Map<String, String> query = new LinkedHashMap<>(listing.query());
        query.put(listing.paging().pageParameter(), String.valueOf(page));
        query.put(listing.paging().sizeParameter(), String.valueOf(pageSize));
        return query.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&", listing.path() + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
