/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.paging;

import com.fasterxml.jackson.databind.node.IntNode;
import io.vsatlink.remote.draft.paging.PageFacts.Member;
import io.vsatlink.remote.draft.paging.PageWords.Role;
import io.vsatlink.remote.draft.sample.NameWords;
import io.vsatlink.remote.draft.text.DraftText;
import java.util.Locale;
import java.util.Optional;

/** Writes the paging of one listing, if a saved response or an OpenAPI document shows it. */
public final class PagingDraft {
    private final PageFacts facts;
    private final int rows;
    private final DraftText text;

    private PagingDraft(PageFacts facts, int rows, DraftText text) {
        this.facts = facts;
        this.rows = rows;
        this.text = text;
    }

    /** @param rows the number of rows in the saved response; negative if there is none */
    public static void write(PageFacts facts, int rows, DraftText listing) {
        new PagingDraft(facts, rows, listing.object("paging", "")).style();
    }

    private void style() {
        Optional<Member> url = facts.member(Role.NEXT_URL);
        Optional<Member> cursor = facts.member(Role.NEXT_CURSOR);
        boolean total = facts.member(Role.TOTAL).isPresent();
        if (facts.linkHeader() && !total) {
            text.member("style", "next", "sure: the Link header names the next page");
            size();
        } else if (facts.parameter(Role.OFFSET).isPresent() && (total || url.isEmpty())) {
            numbered("offset", Role.OFFSET);
        } else if (facts.parameter(Role.PAGE).isPresent() && (total || url.isEmpty())) {
            numbered("page", Role.PAGE);
        } else if (url.isPresent()) {
            text.member("style", "next", next(url.get()));
            text.member("nextPointer", url.get().pointer(), "");
            size();
            total();
        } else if (cursor.isPresent()) {
            cursor(cursor.get());
        } else if (facts.member(Role.OFFSET).isPresent()) {
            numbered("offset", Role.OFFSET);
        } else if (facts.member(Role.PAGE).isPresent()) {
            numbered("page", Role.PAGE);
        } else {
            unknown();
        }
        more();
        if (facts.member(Role.TOTAL).isEmpty() && !facts.totalHeader().isEmpty()) {
            text.member("totalHeader", facts.totalHeader(), facts.totalRemark());
        }
    }

    private static String next(Member next) {
        return next.value().isNull() ? "please check: " + next.pointer() + " is null here" : "sure";
    }

    private void numbered(String style, Role role) {
        text.member("style", style, "likely");
        parameter(style + "Parameter", role);
        if (role == Role.PAGE) {
            Optional<Member> page = facts.member(Role.PAGE);
            int first = page.map(each -> each.value().asInt())
                    .filter(each -> each == 0)
                    .orElse(1);
            text.member(
                    "firstPage",
                    IntNode.valueOf(first),
                    page.isPresent()
                            ? "please check: " + page.get().pointer() + " is "
                                    + page.get().value().asText() + "; is this the first page?"
                            : "please check: 0 or 1, the number of the first page");
        }
        size();
        total();
        facts.member(Role.PAGES)
                .filter(pages -> role == Role.PAGE)
                .ifPresent(pages -> text.member("totalPagesPointer", pages.pointer(), "likely"));
    }

    private void cursor(Member cursor) {
        text.member("style", "cursor", cursor.value().isNull() ? next(cursor) : "likely");
        text.member("nextPointer", cursor.pointer(), "likely");
        Optional<String> known = facts.parameter(Role.NEXT_CURSOR);
        String named = cursor.name().replaceFirst("(?i)^next[^\\p{L}\\p{N}]*", "");
        String guess =
                named.isEmpty() ? cursor.name() : named.substring(0, 1).toLowerCase(Locale.ROOT) + named.substring(1);
        text.member(
                "cursorParameter",
                known.orElse(guess),
                known.isPresent()
                        ? facts.source(Role.NEXT_CURSOR)
                        : "please check: an answer does not show the parameter; this is after " + cursor.pointer());
        size();
        total();
    }

    private void parameter(String member, Role role) {
        Optional<String> known = facts.parameter(role);
        Optional<Member> echoed = facts.member(role);
        if (known.isPresent()) {
            text.member(member, known.get(), facts.source(role));
        } else {
            echoed.ifPresent(each -> text.member(
                    member,
                    each.name(),
                    "please check: an answer does not show the parameter; this is after " + each.pointer()));
        }
    }

    private void size() {
        parameter("sizeParameter", Role.SIZE);
        if (facts.parameter(Role.SIZE).isEmpty() && facts.member(Role.SIZE).isEmpty()) {
            text.note("fill in \"sizeParameter\", the parameter with the number of rows a page, if there is one");
        }
        facts.member(Role.SIZE)
                .filter(each -> rows < 0 || each.value().asInt() >= rows)
                .ifPresent(each -> text.member("sizePointer", each.pointer(), "likely"));
    }

    private void total() {
        Optional<Member> total = facts.member(Role.TOTAL);
        if (total.isEmpty()) {
            // where the pages are known, a total is what shows that none of them is missing
            facts.possibleTotal(rows)
                    .filter(each -> rows >= 0 && facts.totalHeader().isEmpty())
                    .ifPresent(this::possibleTotal);
            return;
        }
        String pointer = total.get().pointer();
        int number = total.get().value().asInt();
        boolean plain = NameWords.of(total.get().name()).contains("total");
        boolean more = facts.member(Role.NEXT_URL)
                .or(() -> facts.member(Role.NEXT_CURSOR))
                .filter(next -> !next.value().isNull())
                .isPresent();
        if (rows >= 0 && (number < rows || (number == rows && more))) {
            text.note("please check: " + pointer + " is " + number + ", with " + rows
                    + " rows in this answer and more to come: it does not count all rows");
        } else {
            boolean shown = number > rows && rows >= 0;
            text.member(
                    "totalPointer",
                    pointer,
                    shown || plain
                            ? "likely"
                            : "please check: it may count the rows of this answer only, and then must not be here");
        }
    }

    private void more() {
        facts.member(Role.MORE)
                .filter(each -> facts.member(Role.NEXT_CURSOR).isPresent())
                .ifPresent(each -> text.member("morePointer", each.pointer(), "likely"));
    }

    private void unknown() {
        boolean part = facts.member(Role.TOTAL)
                .filter(total -> rows >= 0 && total.value().asInt() > rows)
                .isPresent();
        Optional<Member> possible = facts.possibleTotal(rows);
        if (facts.totalHeader().isEmpty() && !part && facts.answers() > 1) {
            text.note("please check: these " + facts.answers()
                    + " answers do not show how they are paged. Fill in how: \"none\" reads one page only");
            text.member("style", "none", "");
            possible.ifPresent(this::possibleTotal);
        } else if (facts.totalHeader().isEmpty() && !part && rows >= 0 && possible.isPresent()) {
            text.note(
                    "please check: fill in how it is paged; \"none\" reads one page only, and fails if more rows are reported");
            text.member("style", "none", "");
            possibleTotal(possible.get());
        } else if (facts.totalHeader().isEmpty() && !part) {
            text.note(
                    "please check: this answer does not show how it is paged. Save it with its headers (curl -i), or fill in how");
            text.member("style", "none", "only if the answer is the whole listing");
        } else {
            text.note(
                    "please check: fill in the names of the parameters; \"none\" reads one page only, and fails if more rows are"
                            + " reported");
            text.member("style", "none", "");
            total();
        }
    }

    private void possibleTotal(Member number) {
        text.member(
                "totalPointer",
                number.pointer(),
                "please check: " + number.value().asText() + " may be the number of all rows; if not, remove it");
    }
}
