/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.FactPlace;
import io.vsatlink.remote.profile.PageFacts;
import io.vsatlink.remote.profile.PageFacts.Flag;
import io.vsatlink.remote.profile.PagePosition;
import io.vsatlink.remote.profile.PagePosition.In;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the part of a profile that describes paging. */
final class PagingReader {
    private final ProfileNode node;
    private final Style style;

    private PagingReader(ProfileNode node) {
        this.node = node;
        this.style = Style.valueOf(node.text("style").toUpperCase(Locale.ROOT));
    }

    /** For a part without mistakes. The schema has refused all members that the style does not have. */
    static PagingProfile read(ProfileNode node) {
        PagingReader reader = new PagingReader(node);
        reader.requirePointers();
        return new PagingProfile(reader.style, reader.position(), reader.facts(), node.textMap("nextRewrite"));
    }

    /** Refuses what only the request of a listing has a place for: other calls are asked for by the query. */
    static void refuseOutsideQuery(ProfileNode paging) {
        Stream.of("in", "rangeHeader").filter(paging::has).forEach(each -> paging.at(each)
                .refuse("is for listings only: this call pages by its query"));
    }

    private PagePosition position() {
        if (node.has("rangeHeader")) {
            return new PagePosition(node.text("rangeHeader"), null, 0, In.HEADER, node.text("rangeUnit"));
        }
        ProfileNode in = node.at("in");
        In where = in.json().isObject()
                ? In.PARAMETER
                : in.json().isTextual() ? In.valueOf(in.json().textValue().toUpperCase(Locale.ROOT)) : In.QUERY;
        return new PagePosition(
                node.text(style.key() + "Parameter"),
                node.text("sizeParameter"),
                node.integer(style == Style.PAGE ? "firstPage" : "firstRow"),
                where,
                in.text("parameter"));
    }

    /** Into JSON one is led by a pointer. */
    private void requirePointers() {
        ProfileNode in = node.at("in");
        if (in.json().isObject() || "body".equals(in.json().textValue())) {
            Stream.of(style.key() + "Parameter", "sizeParameter")
                    .filter(node::has)
                    .filter(each -> !node.text(each).startsWith("/"))
                    .forEach(each -> node.at(each)
                            .refuse("must be a JSON pointer such as /a/b, not \"" + node.text(each)
                                    + "\", because it stands in JSON"));
        }
    }

    private PageFacts facts() {
        Flag more = node.has("morePointer")
                ? new Flag(node.text("morePointer"), false)
                : node.has("lastPointer") ? new Flag(node.text("lastPointer"), true) : null;
        return new PageFacts(place("total"), node.text("totalPagesPointer"), place("size"), place("next"), more);
    }

    private FactPlace place(String what) {
        String header = node.text(what + "Header");
        return header == null ? FactPlace.inBody(node.text(what + "Pointer")) : new FactPlace(null, header);
    }
}
