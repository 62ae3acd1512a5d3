/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.remote.http.ExchangeException;
import io.vsatlink.remote.http.Heading;
import io.vsatlink.remote.profile.FactPlace;
import io.vsatlink.remote.profile.PageFacts;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to change in the paging of a profile, by the headers of the first page.
 *
 * @param heading null if it is not known
 */
record HeaderAdvice(PagingProfile paging, Heading heading) {
    /** Names by which vendors report a total; a range has it after its slash. */
    private static final List<String> TOTALS =
            List.of("X-Total-Count", "X-Total", "Total-Count", "X-Pagination-Total-Count", "Content-Range");

    private static final List<Style> COUNTED = List.of(Style.PAGE, Style.OFFSET, Style.CURSOR, Style.NEXT);

    List<String> all() {
        List<String> advice = new ArrayList<>();
        PageFacts facts = paging.facts();
        if (heading != null) {
            if (lacks(facts.total())) {
                advice.add(known().map(name -> "correct totalHeader: the response has " + shown(name))
                        .orElse("omit totalHeader if the vendor reports no total: no response header has one"));
            } else if (facts.total() == null && COUNTED.contains(paging.style())) {
                known().ifPresent(name -> advice.add("the response has " + shown(name)
                        + ", which is not used: write \"totalHeader\": \"" + name + "\" (vocabulary 2)"));
            }
            if (lacks(facts.size())) {
                advice.add("correct or omit sizeHeader: the response has no "
                        + facts.size().header());
            }
            if (facts.total() == null && facts.next() == null && !paging.byLinkHeader() && known().isEmpty()) {
                link().ifPresent(advice::add);
            }
        }
        return advice;
    }

    private boolean lacks(FactPlace place) {
        return place != null
                && place.header() != null
                && heading.values(place.header()).isEmpty();
    }

    private Optional<String> known() {
        return TOTALS.stream()
                .filter(name -> heading.header(name) != null && total(name).matches("\\d{1,18}"))
                .findFirst();
    }

    private String total(String name) {
        String value = heading.values(name).get(0);
        return value.substring(value.lastIndexOf('/') + 1).strip();
    }

    private String shown(String name) {
        return name + " with the total " + total(name);
    }

    private Optional<String> link() {
        boolean numbered = paging.style() == Style.PAGE || paging.style() == Style.OFFSET;
        try {
            return numbered && heading.link("next") != null
                    ? Optional.of("the response has a Link header with rel=\"next\", which is not used:"
                            + " \"paging\": {\"style\": \"next\"} follows it and notices the end")
                    : Optional.empty();
        } catch (ExchangeException e) {
            return Optional.empty();
        }
    }
}
