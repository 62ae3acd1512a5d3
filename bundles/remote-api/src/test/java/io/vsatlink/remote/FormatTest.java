/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses in formats other than JSON, and responses that do not have the agreed format. */
class FormatTest extends Fixture {
    private static final Map<String, String> FAULTS = Map.of(
            "vocabulary",
            "2",
            "paging",
            "{\"style\": \"none\"}",
            "errors",
            """
            {"codePointers": ["/Envelope/Body/Fault/faultcode"], "messagePointers": ["/Envelope/Body/Fault/faultstring"],
             "codes": {"retry": ["s:Busy"], "giveUp": ["s:Locked"]}}""",
            "listings",
            """
            {"circuits": {"path": "/circuits", "key": "circuitId", "format": "xml", "itemsPointer": "/r/circuit",
              "columns": {"circuitId": "/circuitId", "status": null}}}""");

    private void speak(String format, String items, String paging) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("vocabulary", "2");
        parts.put("paging", paging);
        parts.put(
                "listings",
                """
                {"circuits": {"path": "/circuits", "key": "circuitId", "format": %s, "itemsPointer": "%s",
                  "columns": {"circuitId": "/circuitId", "status": "/status"}}}"""
                        .formatted(format, items));
        speak(parts);
    }

    private void speak(String format, String items) {
        speak(format, items, "{\"style\": \"none\"}");
    }

    private void answer(String status, String body) {
        vendor.pages((request, out, socket) -> send(out, status, "", body.getBytes(UTF_8)));
    }

    private void answer(String body) {
        vendor.pages((request, out, socket) -> send(out, "200 OK", "", body.getBytes(UTF_8)));
    }

    private List<String> texts() {
        return rows.stream().map(JsonNode::toString).toList();
    }

    @Test
    void jsonLinesAreRows() throws VendorException {
        speak("\"jsonLines\"", "");
        answer("\uFEFF{\"circuitId\":\"a\",\"x\":[{\"y\":1}]}\r\n\n{\"circuitId\":\"b\"}");
        assertThat(page().rows()).isEqualTo(2);
        assertThat(texts()).containsExactly("{\"circuitId\":\"a\",\"x\":[{\"y\":1}]}", "{\"circuitId\":\"b\"}");
        assertThat(vendor.requests.get(vendor.requests.size() - 1)).contains("ccept: application/x-ndjson");
    }

    @Test
    void aLineThatIsCutMayBeWholeNextTime() {
        speak("\"jsonLines\"", "");
        answer("{\"circuitId\":\"a\"}\n{\"circuitId\":\"b");
        assertThat(failure(Unavailable.class)).hasMessageContaining("the JSON is incomplete");
        answer("{\"circuitId\":\"a\"}\n[1]\nnonsense");
        assertThat(failure(Protocol.class)).hasMessageContaining("not valid JSON");
        answer("{\"circuitId\":\"a\"}\n]");
        assertThat(failure(Protocol.class)).hasMessageContaining("not valid JSON");
        answer("[{\"circuitId\":\"a\"}]");
        assertThat(failure(Protocol.class)).hasMessageContaining("the only row of the response is not an object");
    }

    @ParameterizedTest
    @CsvSource({"jsonLines,JSON lines", "csv,CSV", "xml,XML"})
    void nothingIsNoWordOnWhetherThereAreRows(String format, String words) {
        speak("\"" + format + "\"", format.equals("xml") ? "/a/b" : "");
        answer("");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("expected " + words + ", got an empty response");
    }

    @ParameterizedTest
    @CsvSource({"jsonLines,JSON lines", "csv,CSV", "xml,XML"})
    void aPageForPeopleIsNamed(String format, String words) {
        speak("\"" + format + "\"", format.equals("xml") ? "/html/body" : "");
        answer("<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body/></html>");
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith("expected " + words + ", got HTML (\"Maintenance\")");
        answer("<html><head><title>Maintenance</title></head><body/></html>");
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith("expected " + words + ", got HTML (\"Maintenance\")");
    }

    @Test
    void csvHasQuotesAndUnquotedTextsMayMeanNoValue() throws VendorException {
        speak("\"csv\"", "");
        answer("\uFEFFcircuitId,status,\"free, text\"\r\na,\"\",\"x \"\"y\"\"\nz\"\n\nb,,é\n");
        assertThat(page().rows()).isEqualTo(2);
        assertThat(texts())
                .containsExactly(
                        "{\"circuitId\":\"a\",\"status\":\"\",\"free, text\":\"x \\\"y\\\"\\nz\"}",
                        "{\"circuitId\":\"b\",\"status\":null,\"free, text\":\"é\"}");
    }

    @Test
    void csvMayBeSeparatedOtherwise() throws VendorException {
        speak("{\"csv\": {\"separator\": \"\\t\"}}", "");
        answer("circuitId\tstatus\na\tup, well\n");
        page();
        assertThat(texts()).containsExactly("{\"circuitId\":\"a\",\"status\":\"up, well\"}");
    }

    @Test
    void csvWithoutRowsIsAnEmptyListing() throws VendorException {
        speak("\"csv\"", "");
        answer("circuitId,status\r\n");
        assertThat(page().rows()).isZero();
    }

    @Test
    void csvThatIsDamagedSaysWhere() {
        speak("\"csv\"", "");
        answer("circuitId,status\na,up\nb,up,secret\nc,up\n");
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith("line 3 of the CSV has more fields than the first one names");
        answer("circuitId,status\na\nb,up\n");
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith("row 1 of the CSV has 1 fields, its first line names 2");
        answer("circuitId,status\na,up\nb");
        assertThat(failure(Unavailable.class)).hasMessageStartingWith("row 2 of the CSV has 1 fields");
        answer("circuitId,status\na,up\nb,\"u");
        assertThat(failure(Unavailable.class)).hasMessageStartingWith("the CSV is incomplete");
        answer("circuitId,,status\na,b,c\n");
        assertThat(failure(Protocol.class)).hasMessageContaining("must name each field, and each once");
        answer("circuitId,status,status\na,b,c\n");
        assertThat(failure(Protocol.class)).hasMessageContaining("must name each field, and each once");
        answer("circuitId;status\na;up\n");
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith("the first line of the CSV names one field only; correct separator");
        answer("{\"error\":\"busy\"}");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("expected CSV, got JSON");
        answer("circuitId,status\na," + "x".repeat(1_100_000) + "\n");
        assertThat(failure(Protocol.class)).hasMessageContaining("exceeds one of our limits");
    }

    @Test
    void xmlIsATree() throws VendorException {
        speak("\"xml\"", "/r/list/circuit", "{\"style\": \"none\", \"totalPointer\": \"/r/list/@total\"}");
        answer(
                """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <n:r xmlns:n="urn:n" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><list total="2">
                  <n:circuit id="1"><circuitId>a</circuitId><tag>x</tag><tag y="z">&lt;&#65;</tag><e/><ip xsi:nil="true"/></n:circuit>
                  <circuit><circuitId><![CDATA[b & c]]></circuitId><mixed>x <b>y</b></mixed></circuit>
                </list></n:r>""");
        assertThat(page().totalItems()).isEqualTo(2);
        assertThat(texts())
                .containsExactly(
                        "{\"@id\":\"1\",\"circuitId\":\"a\",\"tag\":[\"x\",{\"@y\":\"z\",\"#text\":\"<A\"}],"
                                + "\"e\":null,\"ip\":null}",
                        "{\"circuitId\":\"b & c\",\"mixed\":{\"b\":\"y\",\"#text\":\"x \"}}");
    }

    @Test
    void oneElementIsAListOfOneAndNoElementAnEmptyOne() throws VendorException {
        speak("\"xml\"", "/r/list/circuit");
        answer("<r><list><circuit><circuitId>a</circuitId></circuit></list></r>");
        assertThat(page().rows()).isEqualTo(1);
        answer("<r><list/></r>");
        assertThat(page().rows()).isZero();
        answer("<r><list at='noon'></list></r>");
        assertThat(page().rows()).isZero();
        answer("<r><list><circus/></list></r>");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("the response has no /r/list/circuit");
        answer("<r><error>no</error></r>");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("the response has no /r/list/circuit; it has r");
    }

    @Test
    void xmlThatIsCutMayBeWholeNextTimeAndOtherDamageNot() {
        speak("\"xml\"", "/r/circuit");
        answer("<r><circuit><circuitId>a</circuitId></circuit><circuit></circuit>");
        assertThat(failure(Unavailable.class)).hasMessageStartingWith("the XML is incomplete, at byte 65");
        answer("<r><circuit></circus></r>");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("not valid XML, in line 1");
        answer("{\"error\": \"busy\"}");
        assertThat(failure(VendorException.class)).hasMessageContaining("XML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><r><circuit>&b;</circuit></r>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r><circuit>&x;</circuit></r>",
                "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/evil.dtd\"><r><circuit/></r>"
            })
    void xmlThatDeclaresEntitiesIsRefused(String bomb) {
        speak("\"xml\"", "/r/circuit");
        answer(bomb);
        assertThat(failure(Protocol.class)).hasMessageStartingWith("the XML has a DOCTYPE, which is not accepted");
    }

    @Test
    void xmlHasLimits() {
        speak("\"xml\"", "/r/circuit");
        answer("<r>" + "<a>".repeat(200) + "</a>".repeat(200) + "</r>");
        assertThat(failure(Protocol.class)).hasMessageContaining("more than 100 elements stand within each other");
        answer("<r><circuit>" + "x".repeat(1_100_000) + "</circuit></r>");
        assertThat(failure(Protocol.class)).hasMessageContaining("a text is longer than 1048576 characters");
        answer("<r>" + "<a/>".repeat(1_000_001) + "</r>");
        assertThat(failure(Protocol.class)).hasMessageContaining("more than 1000000 elements and attributes");
        answer("<r><circuit>&x;</circuit></r>");
        assertThat(failure(Protocol.class)).hasMessageContaining("XML");
    }

    @Test
    void anErrorOfTheVendorsIsKnownInEachFormat() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("vocabulary", "2");
        parts.put("paging", "{\"style\": \"none\"}");
        parts.put(
                "errors",
                """
                {"codePointers": ["/fault/code"], "messagePointers": ["/fault/text"],
                 "inside200": {"pointer": "/fault/code"}}""");
        parts.put(
                "listings",
                """
                {"circuits": {"path": "/circuits", "key": "circuitId", "format": "xml", "itemsPointer": "/r/circuit",
                  "columns": {"circuitId": "/circuitId", "status": null}}}""");
        speak(parts);
        answer("<fault><code>E7</code><text>not today</text></fault>");
        assertThat(failure(Rejected.class)).hasMessageContaining("E7, not today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400 Bad Request", "403 Forbidden", "500 Internal Server Error"})
    void aSoapFaultIsReadWhateverItsStatus(String status) {
        speak(FAULTS);
        String soap = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                + "<faultcode>s:%s</faultcode><faultstring>come back</faultstring></s:Fault></s:Body></s:Envelope>";
        answer(status, soap.formatted("Busy"));
        assertThat(failure(Unavailable.class))
                .hasMessageStartingWith("HTTP " + status.substring(0, 3))
                .hasMessageContaining(": s:Busy, come back");
        answer(status, soap.formatted("Locked"));
        assertThat(failure(Unauthorized.class)).hasMessageContaining("s:Locked, come back");
    }

    @Test
    void anErrorOfAnXmlListingMayBeJsonOrHtmlAllTheSame() {
        speak(FAULTS);
        answer("400 Bad Request", "{\"Envelope\":{\"Body\":{\"Fault\":{\"faultcode\":\"s:Busy\"}}}}");
        assertThat(failure(Unavailable.class)).hasMessageContaining(": s:Busy");
        answer("400 Bad Request", "<html><title>No upstream</title></html>");
        assertThat(failure(Rejected.class)).hasMessageContaining("No upstream");
        answer("400 Bad Request", "<s:Envelope><s:Body>");
        assertThat(failure(Rejected.class)).hasMessageStartingWith("HTTP 400 from ");
    }
}
