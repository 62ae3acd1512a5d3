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
import io.vsatlink.remote.profile.CallProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.PagingProfile;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a call that comes in parts. Where the vendor says how many items there are, that ends it; else it is asked
 * on until nothing comes.
 */
record PartialAnswer(CallProfile call, AnswerPart part) {
    /** Items to ask for at a time. */
    private static final int SIZE = 200;

    /** The parameters that ask for the part. */
    Map<String, String> query() {
        PagingProfile paging = call.paging();
        Map<String, String> query = new LinkedHashMap<>();
        switch (paging.style()) {
            case PAGE -> query.put(paging.positionParameter(), String.valueOf((long) paging.first() + part.number()));
            case OFFSET -> {
                if (part.items() > 0) {
                    query.put(paging.positionParameter(), String.valueOf(part.items()));
                }
            }
            case CURSOR -> {
                if (!part.told().isEmpty()) {
                    query.put(paging.positionParameter(), part.told());
                }
            }
            case NEXT -> {}
        }
        if (paging.sizeParameter() != null) {
            query.put(paging.sizeParameter(), String.valueOf(SIZE));
        }
        return query;
    }

    /**
     * The path and query of a part that the vendor named by a URL; empty where it leads elsewhere.
     *
     * @throws IllegalArgumentException where the URL can't be understood
     */
    Optional<String> target(Map<String, ?> values, URI base) {
        ListingProfile listing = new ListingProfile(call.path(), call.query(), call.paging(), call.answer(), null);
        return new PageQuery(listing, values).of(new PageRef.After(part.told()), base);
    }

    /** Whether it is asked for by a URL of the vendor's. */
    boolean byUrl() {
        return call.paging().style() == PagingProfile.Style.NEXT && !part.told().isEmpty();
    }

    CallAnswer.Rest rest(Answer answer, byte[] whole, int items, Wording wording) throws MalformedAnswer, Protocol {
        PagingProfile paging = call.paging();
        Document document = Document.read(whole);
        long total = paging.totalPointer() == null
                ? -1
                : document.wholeNumber(paging.totalPointer()).orElse(-1);
        long pages = paging.totalPagesPointer() == null
                ? -1
                : document.wholeNumber(paging.totalPagesPointer()).orElse(-1);
        long soFar = part.items() + items;
        String told = told(answer, document, wording);
        boolean last =
                switch (paging.style()) {
                    case PAGE, OFFSET ->
                        items == 0 || (total >= 0 && soFar >= total) || (pages >= 0 && part.number() + 1 >= pages);
                    case CURSOR, NEXT -> told.isEmpty();
                };
        return new CallAnswer.Rest(
                total, last ? Optional.empty() : Optional.of(new AnswerPart(part.number() + 1, soFar, told)));
    }

    private String told(Answer answer, Document document, Wording wording) throws Protocol {
        PagingProfile paging = call.paging();
        return switch (paging.style()) {
            case PAGE, OFFSET -> "";
            case CURSOR, NEXT ->
                paging.nextPointer() == null
                        ? wording.nextLink(answer)
                        : document.text(List.of(paging.nextPointer())).orElse("");
        };
    }
}
