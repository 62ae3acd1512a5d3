/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.profile.ListingRequest;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.VendorProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a profile of vocabulary 2 may say about requests, pages and formats of a listing, and the messages for mistakes.
 */
class ListingMistakesTest {

    private static VendorProfile read(String paging, String listing) throws Exception {
        String text = SampleProfile.text().replace("\"vocabulary\": 1", "\"vocabulary\": 2");
        int from = text.indexOf("\"itemsPointer\"");
        return SampleProfile.read(text.substring(0, from) + "\"paging\": " + paging
                + ", \"listings\": {\"circuits\": {\"path\": \"/c\", \"key\": \"circuitId\", " + listing
                + ", \"columns\": {\"circuitId\": \"/id\", \"status\": null}}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'style': 'none', 'sizeParameter': 'n'} | 'itemsPointer': '/d' | /paging/style and sizeParameter exclude each other",
                "{'style': 'none'} | 'itemsPointer': '/d', 'query': {'n': '${pageSize}'} | /listings/circuits/query/n holds ${pageSize}; known here: []",
                "{'style': 'range'} | 'itemsPointer': '/d' | /paging/rangeParameter is missing; it must be a text that is not blank",
                "{'style': 'range', 'rangeHeader': 'Range'} | 'itemsPointer': '/d' | /paging/rangeUnit is missing",
                "{'style': 'cursor', 'cursorParameter': 'c'} | 'itemsPointer': '/d' | /paging/nextPointer is missing",
                "{'style': 'none', 'totalPointer': '/t', 'totalHeader': 'T'} | 'itemsPointer': '/d' | /paging/totalPointer and totalHeader exclude each other",
                "{'style': 'none', 'morePointer': '/t', 'lastPointer': '/l'} | 'itemsPointer': '/d' | /paging/morePointer and lastPointer exclude each other",
                "{'style': 'offset', 'offsetParameter': 'o', 'in': 'body'} | 'itemsPointer': '/d' | /paging/offsetParameter must be a JSON pointer such as /a/b, not \"o\", because it stands in JSON",
                "{'style': 'offset', 'offsetParameter': '/a/o', 'in': 'body'} | 'itemsPointer': '/d', 'body': {'a': 'x'} | /listings/circuits/body has no object at /a, where the paging puts /a/o",
                "{'style': 'offset', 'offsetParameter': 'o', 'in': 'form'} | 'itemsPointer': '/d', 'body': {'a': 'x'} | /listings/circuits/body is sent instead of a form, but the paging is in the form",
                "{'style': 'offset', 'offsetParameter': '/o', 'in': {'parameter': 'p'}} | 'itemsPointer': '/d', 'query': {'p': 'x'} | /listings/circuits/query/p must be a JSON object in a text, because the paging is in it",
                "{'style': 'offset', 'offsetParameter': 'o', 'firstRow': 2} | 'itemsPointer': '/d' | /paging/firstRow must be one of 0, 1",
                "{'style': 'none'} | 'itemsPointer': '/d', 'body': {}, 'form': {'a': 'b'} | /listings/circuits/body and form exclude each other",
                "{'style': 'none'} | 'itemsPointer': '/d', 'method': 'GET', 'body': {} | /listings/circuits/method must be POST, because the request has a body",
                "{'style': 'none'} | 'itemsPointer': '/d', 'format': 'yaml' | /listings/circuits/format must be one of json, jsonLines, csv, xml",
                "{'style': 'none'} | 'itemsPointer': '', 'format': {'csv': {'separator': ', '}} | /listings/circuits/format/csv/separator must be one character",
                "{'style': 'none'} | 'itemsPointer': '/d', 'format': 'csv' | /listings/circuits/itemsPointer leads nowhere in CSV, where each line is a row",
                "{'style': 'none', 'totalPointer': '/t'} | 'itemsPointer': '', 'format': 'jsonLines' | /listings/circuits/format leaves no place for totalPointer, because JSON lines has rows only",
                "{'style': 'none'} | 'itemsPointer': '/d', 'rows': '/sites/[*]/circuits' | /listings/circuits/rows must lead to one place of an item, and [*] leads to several",
                "{'style': 'none'} | 'itemsPointer': '/d', 'rows': '/a/[name=up/down]/rows' | /listings/circuits/rows has a [ without its ] before the next slash",
                "{'style': 'none'} | 'itemsPointer': '/d', 'perItem': {'path': '/${n}', 'parameters': {'n': '/n'}, 'totalPointer': '/t'} | /listings/circuits/perItem/totalPointer needs itemsPointer: without it the response is one row",
                "{'style': 'none'} | 'itemsPointer': '/d', 'perItem': {'path': '/${n}', 'parameters': {'n': '/n'}, 'itemsPointer': '/r', 'totalPointer': '/t', 'paging': {'style': 'none'}} | /listings/circuits/perItem/totalPointer and paging exclude each other",
                "{'style': 'none'} | 'itemsPointer': '/d', 'perItem': {'path': '/${n}', 'parameters': {'n': '/a/[k=x/y]/v'}} | /listings/circuits/perItem/parameters/n has a [ without its ]",
                "{'style': 'next', 'nextRewrite': {'http://x': 'y'}} | 'itemsPointer': '/d' | /paging/nextRewrite/http:~1~1x must be a path that begins with / and has no query"
            })
    void aMistakeIsNamedWithItsPlace(String paging, String listing, String sentence) {
        assertThatThrownBy(() -> read(paging.replace('\'', '"'), listing.replace('\'', '"')))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aListingWithABodyIsPosted() throws Exception {
        ListingRequest request = read(
                        "{\"style\": \"page\", \"in\": \"body\", \"pageParameter\": \"/p\", \"firstPage\": 1}",
                        "\"itemsPointer\": \"/d\"")
                .listings()
                .get("circuits")
                .request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEmpty();
        assertThat(request.body().isObject()).isTrue();
    }
}
