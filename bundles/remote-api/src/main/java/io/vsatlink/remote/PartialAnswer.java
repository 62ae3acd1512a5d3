/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.json.Document;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.AnswerFormat;
import io.vsatlink.remote.profile.CallProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.ListingRequest;
import io.vsatlink.remote.profile.More;
import io.vsatlink.remote.profile.PageFacts;
import io.vsatlink.remote.profile.PagePosition;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The response to a call that comes in parts. It ends at the total number of items if the vendor reports it, else at an
 * empty part.
 */
record PartialAnswer(CallProfile call, AnswerPart part) {
    /** The number of items to request in one part. */
    private static final int SIZE = 200;

    /** The query parameters that request the part. */
    Map<String, String> query() {
        PagingProfile paging = call.paging();
        PagePosition at = paging.position();
        Map<String, String> query = new LinkedHashMap<>();
        switch (paging.style()) {
            case PAGE -> query.put(at.name(), String.valueOf((long) at.first() + part.number()));
            case OFFSET -> {
                if (part.items() > 0) {
                    query.put(at.name(), String.valueOf(at.first() + part.items()));
                }
            }
            case RANGE -> query.put(at.name(), part.items() + "-" + (part.items() + SIZE - 1));
            case CURSOR -> {
                if (!part.told().isEmpty()) {
                    query.put(at.name(), part.told());
                }
            }
            case NEXT, NONE -> {}
        }
        if (at.size() != null) {
            query.put(at.size(), String.valueOf(SIZE));
        }
        return query;
    }

    /**
     * The path and query of a part that the vendor named by a URL; empty if the URL leads to another host.
     *
     * @throws IllegalArgumentException if the URL is not valid
     */
    Optional<String> target(Map<String, ?> values, URI base) {
        ListingProfile listing = new ListingProfile(
                new ListingRequest(call.path(), Map.of()), AnswerFormat.JSON, call.paging(), call.answer(), null);
        return new PageQuery(listing, values).of(new PageRef.After(part.told()), base);
    }

    /** Whether the part is requested by a URL of the vendor. */
    boolean byUrl() {
        return call.paging().style() == PagingProfile.Style.NEXT && !part.told().isEmpty();
    }

    CallAnswer.Rest rest(Answer answer, byte[] whole, int items, Wording wording) throws MalformedAnswer, Protocol {
        PagingProfile paging = call.paging();
        PageFacts facts = paging.facts();
        Document document = Document.read(whole);
        PageRef page = part.number() == 0 ? PageRef.FIRST : new PageRef.From(part.items());
        HeaderFacts headers = HeaderFacts.of(paging, page, answer.heading(), wording);
        long total = headers.total() < 0 ? number(document, facts.totalPointer()) : headers.total();
        long pages = number(document, facts.totalPages());
        long soFar = part.items() + items;
        More more = more(document, headers.more());
        String told = told(document, headers);
        boolean counted = paging.style() != Style.CURSOR && paging.style() != Style.NEXT;
        if (more == More.YES && (paging.style() == Style.NONE || (!counted && told.isEmpty()))) {
            throw wording.protocol(
                    "the response says that more follow, but there is no way to them; correct paging",
                    OptionalInt.of(answer.status()),
                    null);
        }
        boolean last = more == More.NO
                || (counted
                        ? items == 0 || (total >= 0 && soFar >= total) || (pages >= 0 && part.number() + 1 >= pages)
                        : told.isEmpty());
        return new CallAnswer.Rest(
                total,
                last || paging.style() == Style.NONE
                        ? Optional.empty()
                        : Optional.of(new AnswerPart(part.number() + 1, soFar, told)));
    }

    private static long number(Document document, String pointer) {
        return pointer == null ? -1 : document.wholeNumber(pointer).orElse(-1);
    }

    private More more(Document document, More byHeaders) {
        PageFacts.Flag flag = call.paging().facts().more();
        return flag == null
                ? byHeaders
                : document.shown(flag.pointer()).flatMap(flag::said).orElse(More.UNTOLD);
    }

    private String told(Document document, HeaderFacts headers) {
        String pointer = call.paging().facts().nextPointer();
        return pointer == null
                ? headers.next()
                : document.text(List.of(pointer)).orElse("");
    }
}
