/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.http.Heading;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.FactPlace;
import io.vsatlink.remote.profile.More;
import io.vsatlink.remote.profile.PageFacts;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.PerItem;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the headers of an answer tell of the whole listing.
 *
 * @param total -1 where they do not tell it
 * @param size likewise
 * @param next empty where they do not tell it
 * @param more that it is a part, where the status says so of a listing that comes at once
 */
record HeaderFacts(long total, long size, String next, More more) {
    private static final String CONTENT_RANGE = "Content-Range";

    /** Said in these, unasked, of rows that should come at once. */
    private static final Set<String> USUAL = Set.of(CONTENT_RANGE, "X-Total-Count");

    private static final long ABSENT = -2;
    private static final Pattern RANGE = Pattern.compile("[^\\d*]*(\\d+)\\s*-\\s*\\d+\\s*/.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** @throws Protocol where one that must be there is not, or one is not what it should be */
    static HeaderFacts of(PagingProfile paging, PageRef page, Heading answer, Wording wording) throws Protocol {
        PageFacts facts = paging.facts();
        refuseOtherRange(paging, page, answer, wording);
        long total = number(facts.total(), answer, wording);
        boolean first = page.equals(PageRef.FIRST);
        if (total == ABSENT && first) {
            throw wording.protocol(
                    "the response has no " + facts.total().header() + " header", OptionalInt.of(answer.status()), null);
        }
        if (facts.total() == null && comesAtOnce(paging)) {
            total = unasked(answer);
        }
        boolean part = paging.style() == Style.NONE && answer.status() == 206 && total < 0;
        return new HeaderFacts(
                Math.max(-1, total),
                Math.max(-1, number(facts.size(), answer, wording)),
                next(paging, answer, wording),
                part ? More.YES : More.UNTOLD);
    }

    private static boolean comesAtOnce(PagingProfile paging) {
        return paging.style() == Style.RANGE || paging.style() == Style.NONE || paging.equals(PerItem.LINKED);
    }

    /** -1 where the vendor says that it does not know, {@link #ABSENT} where it says nothing. */
    private static long number(FactPlace place, Heading answer, Wording wording) throws Protocol {
        if (place == null || place.header() == null) {
            return -1;
        }
        String value = single(answer, place.header());
        if (value.isEmpty()) {
            return ABSENT;
        }
        String number = value.substring(value.lastIndexOf('/') + 1).strip();
        if (number.equals("*")) {
            return -1;
        }
        if (!NUMBER.matcher(number).matches()) {
            throw wording.protocol(
                    "the " + place.header() + " header is not a whole number", OptionalInt.of(answer.status()), null);
        }
        return Long.parseLong(number);
    }

    private static long unasked(Heading answer) {
        return USUAL.stream()
                .map(name -> single(answer, name))
                .map(value -> value.substring(value.lastIndexOf('/') + 1).strip())
                .filter(value -> NUMBER.matcher(value).matches())
                .mapToLong(Long::parseLong)
                .max()
                .orElse(-1);
    }

    /** The value; where it comes several times, and each time the same, once. */
    private static String single(Heading answer, String header) {
        return answer.values(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** Other rows in the place of those that were asked for would be taken for them. */
    private static void refuseOtherRange(PagingProfile paging, PageRef page, Heading answer, Wording wording)
            throws Protocol {
        Matcher range = RANGE.matcher(single(answer, CONTENT_RANGE));
        long asked = page instanceof PageRef.From from ? from.row() : 0;
        if (paging.style() == Style.RANGE
                && range.matches()
                && NUMBER.matcher(range.group(1)).matches()
                && Long.parseLong(range.group(1)) != asked) {
            throw wording.protocol(
                    "the vendor returns the rows from " + range.group(1) + " on instead of those from " + asked + " on",
                    OptionalInt.of(answer.status()),
                    null);
        }
    }

    private static String next(PagingProfile paging, Heading answer, Wording wording) throws Protocol {
        FactPlace next = paging.facts().next();
        if (next != null && next.header() != null) {
            String value = answer.header(next.header());
            return value == null ? "" : value.strip();
        }
        return paging.byLinkHeader() || paging.style() == Style.NONE ? wording.nextLink(answer) : "";
    }
}
