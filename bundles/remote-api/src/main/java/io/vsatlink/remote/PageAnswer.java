/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.error.Refusal;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.json.Envelope;
import io.vsatlink.remote.json.Envelope.Figures;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.More;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the answer to the request for a page says, in its headers and its body. */
record PageAnswer(ListingProfile listing, PageRef page, ErrorProfile errors, Secrets secrets) {

    /** What some write instead of a null: it would lead to the first page again, or nowhere. */
    private static final Set<String> NO_NEXT = Set.of("false", "0", "-1");

    /** @param refusal null where the answer is a page */
    record Result(PageHead head, Refusal refusal) {}

    /** @param characters as {@link Envelope#read} has it */
    Result read(Answer answer, Wording wording, int pageSize, boolean characters, ItemSink sink)
            throws VendorException {
        sink.heading(answer.heading());
        if (empty(answer)) {
            HeaderFacts headers = HeaderFacts.of(listing.paging(), page, answer.heading(), wording);
            sink.again();
            return page(headers, new Figures(-1, -1, -1, 0, "", More.UNTOLD, Optional.empty()), answer, pageSize);
        }
        if (!answer.heading().good()) {
            return refused(Refusal.read(answer, errors, secrets, listing.format()));
        }
        try {
            HeaderFacts headers = HeaderFacts.of(listing.paging(), page, answer.heading(), wording);
            boolean none = headers.total() == 0 || !page.equals(PageRef.FIRST);
            sink.again();
            Figures told = Envelope.of(listing, errors).later(none).read(answer.body(), characters, sink::take);
            return told.error().isPresent()
                    ? refused(
                            Refusal.inside(answer, errors, secrets, told.error().get()))
                    : page(headers, told, answer, pageSize);
        } catch (MalformedAnswer e) {
            return refused(Refusal.page(answer, errors, secrets, listing.format())
                    .orElseThrow(() -> wording.of(e, answer, listing.format())));
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    /**
     * Whether the status alone says that the page has no rows: that there is no content, where no total in the body has to
     * agree, or that nothing is in a range although there is a listing.
     */
    private boolean empty(Answer answer) {
        boolean first = page.equals(PageRef.FIRST);
        if (answer.status() == 204) {
            return listing.items().shape() != Shape.SINGLE
                    && (!first || listing.paging().facts().totalPointer() == null);
        }
        String range = answer.header("Content-Range");
        return answer.status() == 416
                && first
                && listing.paging().style() == Style.RANGE
                && range != null
                && range.strip().endsWith("*/0");
    }

    private static Result refused(Refusal refusal) {
        return new Result(null, refusal);
    }

    private static Result page(HeaderFacts headers, Figures told, Answer answer, int pageSize) {
        return new Result(head(headers, told, answer.date(), answer.bytes(), pageSize), null);
    }

    /** Of headers and body. */
    static PageHead head(HeaderFacts headers, Figures told, Instant date, long bytes, int pageSize) {
        PageHead head = head(told, pageSize, bytes);
        More more = told.more() == More.UNTOLD ? headers.more() : told.more();
        String next = headers.next().isEmpty() ? told.next() : headers.next();
        return new PageHead(
                headers.size() > 0 ? clamped(headers.size()) : head.pageSize(),
                headers.total() < 0 ? head.totalItems() : headers.total(),
                head.totalPages(),
                head.rows(),
                head.bytes(),
                after(next, more),
                more,
                date);
    }

    /** Of the body alone. */
    static PageHead head(Figures told, int pageSize, long bytes) {
        return new PageHead(
                told.size() > 0 ? clamped(told.size()) : pageSize,
                told.total(),
                clamped(told.totalPages()),
                told.rows(),
                bytes,
                after(told.next(), told.more()),
                told.more(),
                null);
    }

    /** Some name the last row that they gave on each page: that more follow is the flag's to say. */
    private static Optional<PageRef.After> after(String told, More more) {
        return told.isEmpty() || NO_NEXT.contains(told) || more == More.NO
                ? Optional.empty()
                : Optional.of(new PageRef.After(told));
    }

    private static int clamped(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }
}
