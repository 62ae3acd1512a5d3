/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 8288 headers: valid, unusual and malformed. */
class LinkHeaderTest {
    /** @param next the targets of the links with the relation next */
    private record Case(String header, List<String> next, boolean whole) {}

    private static Case whole(String header, String... next) {
        return new Case(header, List.of(next), true);
    }

    private static Case damaged(String header, String... next) {
        return new Case(header, List.of(next), false);
    }

    static Stream<Case> cases() {
        return Stream.of(
                whole(""),
                whole(" , ,"),
                whole("</n>; rel=\"next\"", "/n"),
                whole("</n>;rel=\"next\"", "/n"),
                whole("</n> ; rel = next", "/n"),
                whole("<\t/n >\t;\trel=next", "/n"),
                whole("</n>; REL=\"Next\"", "/n"),
                whole("</n>; rel='next'", "/n"),
                whole("</n>; rel=\"prefetch  next\"", "/n"),
                whole("</n>; rel=prefetch next", "/n"),
                whole("</n>; rel=\"http://x/y next\"", "/n"),
                whole("</n>; rel=\"nextish\""),
                whole("</n>"),
                whole("</n>; rel"),
                whole("</n>; rel=\"\""),
                whole("</n>; rel=last; rel=next"),
                whole("</n>;; rel=next;", "/n"),
                whole("</n?a=1,2;3&b=<x>; rel=next", "/n?a=1,2;3&b=<x"),
                whole("</n>; title=\"a, b; c\"; rel=next", "/n"),
                whole("</n>; title=\"a \\\"b\\\" \\\\\"; rel=next", "/n"),
                whole("</n>; title=\"<x>; rel=prev\"; rel=next", "/n"),
                whole("</n>; title*=UTF-8''a%2C%20b; rel=next", "/n"),
                whole("</p>; rel=prev, </n>; rel=next", "/n"),
                whole("</p>;rel=prev,</n>;rel=next,</l>;rel=last", "/n"),
                whole("</a>; rel=next, </b>; rel=next", "/a", "/b"),
                whole("<>; rel=next", ""),
                whole("</n\u00c3\u00a9>; rel=next", "/n%C3%A9"),
                damaged("/n; rel=next"),
                damaged("</n; rel=next"),
                damaged("</n> rel=next"),
                damaged("</p>; rel=prev; </n>; rel=next"),
                damaged("</n>; title=\"a; rel=next"),
                damaged("</n>; title=a, b; rel=next"),
                damaged("nonsense, </n>; rel=next", "/n"),
                damaged("</n>; rel=next, nonsense", "/n"),
                damaged("</p>; title='a, b', </n>; rel=next", "/n"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheNextPageAndNoticesWhatItCannotUnderstand(Case each) {
        LinkHeader read = new LinkHeader(each.header());
        assertThat(next(read)).containsExactlyElementsOf(each.next());
        assertThat(read.damagedAt() == 0).isEqualTo(each.whole());
    }

    @Test
    void saysWhereItBeginsToBeUnreadable() {
        assertThat(new LinkHeader("</p>; rel=prev, next").damagedAt()).isEqualTo(17);
    }

    @Test
    @Timeout(20)
    void whateverComesIsReadToItsEnd() {
        Random random = new Random(15);
        String[] pieces = {"<", ">", "\"", "\\", ";", ",", "=", "rel", "next", " ", "\t", "'", "/a", "*", "\u00ff", ""};
        for (int i = 0; i < 50_000; i++) {
            StringBuilder header = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                header.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(new LinkHeader(header.toString()).damagedAt()).isBetween(0, header.length() + 1);
        }
        assertThat(new LinkHeader("<a>;".repeat(50_000)).links()).isEmpty();
        assertThat(next(new LinkHeader("<a>,".repeat(50_000) + "</n>;rel=next")))
                .containsExactly("/n");
    }

    private static List<String> next(LinkHeader read) {
        return read.links().stream()
                .filter(link -> link.relations().contains("next"))
                .map(LinkHeader.Link::target)
                .toList();
    }
}
