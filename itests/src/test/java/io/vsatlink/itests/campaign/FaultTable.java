/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static io.vsatlink.itests.campaign.End.fails;
import static io.vsatlink.itests.campaign.End.held;
import static io.vsatlink.itests.campaign.End.succeeds;
import static io.vsatlink.itests.campaign.FaultCase.every;
import static io.vsatlink.itests.campaign.FaultCase.once;
import static io.vsatlink.itests.campaign.FaultCase.page;
import static io.vsatlink.itests.campaign.FaultCase.ruled;
import static io.vsatlink.itests.campaign.Scene.FIRST_ROW_KEPT;
import static io.vsatlink.itests.campaign.Scene.FIRST_ROW_KEPT_AND_NONE_GONE;
import static io.vsatlink.itests.campaign.Scene.TEXT_KEPT;
import static io.vsatlink.itests.campaign.Scene.firstRowHas;

import java.util.List;
import java.util.stream.Stream;

/** The faults that the simulator can produce, each with the expected result. */
final class FaultTable {
    private static final String EXPIRED = "'status':401,'body':'{\\'error\\':\\'token_expired\\'}'";

    /** Pages in flight; each may cause a login while none succeeds. */
    private static final int PARALLEL = 4;

    private static final String ENDLESS_SHIFT = "in 5 passes";

    private FaultTable() {}

    /** Ten attempts last up to three minutes, so slow faults run at one position only. */
    private static boolean onePlace(Position position) {
        return position.dataset() == CUSTOMERS;
    }

    static List<FaultCase> cases() {
        return Stream.of(access(), answers(), bodies(), rows(), listings())
                .flatMap(List::stream)
                .toList();
    }

    /** Faults of authentication and authorisation. */
    private static List<FaultCase> access() {
        return List.of(
                once(1, "the token expires", EXPIRED, succeeds().withLogins(1)),
                ruled(
                        1,
                        "the token expires and the first login fails",
                        "{'path':'{path}','page':{page},'times':1," + EXPIRED
                                + "},{'path':'auth/login','times':1,'status':503}",
                        succeeds().withLogins(PARALLEL + 1)),
                page(
                        1,
                        "no token is any good",
                        EXPIRED,
                        fails("page \\d( of \\d+)?: satellite-provisioning does not accept our token")
                                .withLogins(1)
                                .andStops()),
                page(
                        2,
                        "403",
                        "'status':403",
                        fails(": HTTP 403 from satellite-provisioning").andStops()),
                page(
                        12,
                        "a proxy demands a login",
                        "'status':407",
                        fails("requires a login \\(HTTP 407\\)").andStops()),
                page(
                        34,
                        "a redirect to another host",
                        "'redirect':'{other}/api/v1/circuits'",
                        fails(
                                ": HTTP 302 from satellite-provisioning redirects to 127.0.0.1(:\\d+)?, which is not followed")),
                ruled(
                        34,
                        "a login that redirects to another host",
                        "{'path':'{path}','page':{page},'times':1," + EXPIRED
                                + "},{'path':'auth/login','redirect':'{other}/api/v1/auth/login'}",
                        fails(
                                        ": HTTP 302 from satellite-provisioning redirects to 127.0.0.1(:\\d+)?, which is not followed")
                                .withLogins(PARALLEL)));
    }

    /** Error statuses and missing responses instead of a page. */
    private static List<FaultCase> answers() {
        return List.of(
                page(3, "404", "'status':404", fails("HTTP 404")),
                once(3, "404 once", "'status':404", succeeds()).onlyAt(position -> position.page() > 1),
                once(4, "408", "'status':408", succeeds()),
                once(4, "500", "'status':500", succeeds()),
                once(4, "502", "'status':502", succeeds()),
                once(4, "503", "'status':503,'body':'<h1>Maintenance</h1>'", succeeds()),
                once(4, "504", "'status':504", succeeds()),
                page(
                                4,
                                "503 for good",
                                "'status':503",
                                fails(
                                        "page \\d( of \\d+)?: HTTP 503 from satellite-provisioning \\(correlation [0-9a-f]{8}\\), 10 attempts"))
                        .slowly()
                        .onlyAt(FaultTable::onePlace),
                once(6, "429", "'status':429", succeeds()),
                once(7, "Retry-After 1 s", "'status':429,'headers':{'Retry-After':'1'}", succeeds()),
                once(
                        7,
                        "Retry-After in the past",
                        "'status':503,'headers':{'Retry-After':'Mon, 01 Jan 2024 00:00:00 GMT'}",
                        succeeds()),
                once(7, "Retry-After nonsense", "'status':503,'headers':{'Retry-After':'soon'}", succeeds()),
                once(9, "closed without an answer", "'drop':true", succeeds()),
                page(
                                9,
                                "always closed without an answer",
                                "'drop':true",
                                fails("closed the connection without a response.*, 10 attempts"))
                        .slowly()
                        .onlyAt(FaultTable::onePlace),
                once(13, "silence for 31 s", "'delayMillis':31000", succeeds()).slowly(),
                once(13, "a body that trickles", "'slowBytesPerSecond':60000", succeeds()),
                page(17, "HTML", "'html':true", fails("expected JSON, got HTML")),
                page(18, "204", "'empty':true", fails("an empty response|the vendor reports \\d+ rows but lists \\d+")),
                page(18, "an empty 200", "'status':200,'body':''", fails("expected JSON, got an empty response")));
    }

    /** Pages with damaged bytes. */
    private static List<FaultCase> bodies() {
        return List.of(
                once(14, "chunks cut off", "'cutAfterBytes':300", succeeds()),
                page(14, "chunks always cut off", "'cutAfterBytes':300", fails("was cut off.*, 10 attempts"))
                        .slowly()
                        .onlyAt(FaultTable::onePlace),
                once(14, "Content-Length too large", "'contentLengthDelta':10", succeeds()),
                once(15, "Content-Length too small", "'contentLengthDelta':-10", succeeds()),
                once(15, "no length, and cut off", "'closeDelimitedCut':300", succeeds()),
                once(16, "gzip damaged", "'gzip':'corrupt'", succeeds()),
                page(16, "gzip bomb", "'gzip':'bomb'", fails("larger than our limit of 32 MB")),
                page(19, "byte order mark", "'bom':true", succeeds()),
                page(
                        19,
                        "bad UTF-8",
                        "'badUtf8':true",
                        fails("not valid Unicode, at byte \\d+|not valid JSON, at byte \\d+")),
                page(
                        20,
                        "giant text",
                        "'hugeString':{'field':'{text}','megabytes':2}",
                        fails("exceeds one of our limits: .*1048576")),
                page(
                        20,
                        "deep nesting",
                        "'deep':{'field':'{text}','levels':500}",
                        fails("exceeds one of our limits: .*100")),
                page(
                        20,
                        "giant number",
                        "'mutate':{'rows':[0],'append':{'big':" + "7".repeat(200) + "}}",
                        fails("exceeds one of our limits: .*100")),
                page(
                        20,
                        "giant name",
                        "'mutate':{'rows':[0],'append':{'" + "n".repeat(2000) + "':1}}",
                        fails("exceeds one of our limits: .*1000")),
                page(21, "NaN", "'nan':{'field':'{text}'}", fails("not valid JSON, at byte \\d+")),
                page(
                        21,
                        "a comment",
                        "'trailing':' // the end'",
                        fails("more data follows the end of the JSON at byte \\d+")),
                page(
                        21,
                        "trailing data",
                        "'trailing':'{}'",
                        fails("more data follows the end of the JSON at byte \\d+")));
    }

    /** Pages with invalid rows. */
    private static List<FaultCase> rows() {
        return List.of(
                page(
                        22,
                        "a field twice",
                        "'mutate':{'rows':[0],'duplicateField':'{text}'}",
                        succeeds("1 row set aside, for instance \\S+ \\(\\w+: it occurs twice\\)")
                                .storing(FIRST_ROW_KEPT)),
                page(
                        23,
                        "no key",
                        "'mutate':{'rows':[0],'remove':['{key}']}",
                        succeeds("1 row set aside, for instance one \\(\\w+: the key is missing\\)")
                                .storing(FIRST_ROW_KEPT_AND_NONE_GONE)),
                page(
                        23,
                        "a key that is null",
                        "'mutate':{'rows':[0],'set':{'{key}':null}}",
                        succeeds("1 row set aside, for instance one \\(\\w+: the key is missing\\)")
                                .storing(FIRST_ROW_KEPT_AND_NONE_GONE)),
                page(
                        23,
                        "a blank key",
                        "'mutate':{'rows':[0],'set':{'{key}':'  '}}",
                        succeeds("1 row set aside, for instance one \\(\\w+: the key is missing\\)")
                                .storing(FIRST_ROW_KEPT_AND_NONE_GONE)),
                page(
                        23,
                        "a key too long",
                        "'mutate':{'rows':[0],'set':{'{key}':'" + "K".repeat(2000) + "'}}",
                        succeeds(
                                        "1 row set aside, for instance one \\(\\w+: the key is 2000 characters long, more than \\d+\\)")
                                .storing(FIRST_ROW_KEPT_AND_NONE_GONE)),
                page(
                        30,
                        "an unknown field",
                        "'mutate':{'rows':[0],'append':{'newField':{'a':[1]}}}",
                        succeeds("^\\d+ pages?, \\d+ rows?: 1 added, [34] changed, 1 removed" + End.NEWS + "$")
                                .storing(firstRowHas((at, row) ->
                                        row.putObject("newField").putArray("a").add(1)))),
                page(
                        31,
                        "a number where text was",
                        "'mutate':{'rows':[0],'set':{'{text}':4711}}",
                        succeeds("^\\d+ pages?, \\d+ rows?: ")
                                .storing(firstRowHas((at, row) -> row.put(at.textField(), "4711")))),
                page(
                        31,
                        "a number where a time was",
                        "'mutate':{'rows':[0],'set':{'lastModified':4711}}",
                        succeeds(
                                        "1 row set aside, for instance \\S+ \\(lastModified: 4711 is not a time with an offset\\)")
                                .storing(FIRST_ROW_KEPT)),
                page(
                        33,
                        "a time without an offset",
                        "'mutate':{'rows':[0],'set':{'lastModified':'2026-03-29T02:30:00'}}",
                        succeeds(
                                        "1 row set aside, for instance \\S+ \\(lastModified: .* is not a time with an offset\\)")
                                .storing(FIRST_ROW_KEPT)),
                page(
                                31,
                                "times as numbers on a whole page",
                                "'mutate':{'rows':'all','set':{'lastModified':4711}}",
                                fails("\\d+ of \\d+ rows are bad, for instance"))
                        .onlyAt(position -> position.dataset() != CUSTOMERS),
                every(
                        32,
                        "a field vanishes everywhere",
                        "'mutate':{'rows':'all','remove':['{text}']}",
                        succeeds("the vendor no longer returns \\w+; the old values are kept")
                                .storing(TEXT_KEPT)));
    }

    /** Pages that do not fit together. */
    private static List<FaultCase> listings() {
        return List.of(
                once(24, "rows again", "'duplicateItems':3", succeeds()),
                page(
                        24,
                        "rows again, always",
                        "'duplicateItems':3",
                        fails(ENDLESS_SHIFT + ": \\d+ rows received, 3 of them repeated")),
                once(26, "another total once", "'total':5", succeeds()),
                page(26, "a total that never fits", "'total':5", fails(ENDLESS_SHIFT)),
                every(
                        27,
                        "an empty listing",
                        "'status':200,'body':'{\\'page\\':1,\\'pageSize\\':250,\\'totalItems\\':0,\\'totalPages\\':0,\\'items\\':[]}'",
                        held("^all \\d+ rows would be removed; nothing is published until acceptDeletions")),
                every(
                        28,
                        "the same page for ever",
                        "'repeatPage':1",
                        fails("page \\d+ has the same rows as page \\d+; the vendor seems to ignore page")));
    }
}
