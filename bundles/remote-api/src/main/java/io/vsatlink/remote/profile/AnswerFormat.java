/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

/**
 * What the body of an answer is written in.
 *
 * @param separator between the fields of CSV
 */
public record AnswerFormat(Kind kind, char separator) {

    /** The usual one. */
    public static final AnswerFormat JSON = new AnswerFormat(Kind.JSON, ',');

    /** A family of formats. */
    public enum Kind {
        JSON("JSON", "application/json"),
        /** One row a line. */
        JSON_LINES("JSON lines", "application/x-ndjson, application/jsonl;q=0.9, application/json;q=0.5"),
        CSV("CSV", "text/csv, text/plain;q=0.5"),
        XML("XML", "application/xml, text/xml;q=0.9");

        private final String words;
        private final String accept;

        Kind(String words, String accept) {
            this.words = words;
            this.accept = accept;
        }

        /** As a person speaks of it. */
        public String words() {
            return words;
        }

        /** What asks for it. */
        public String accept() {
            return accept;
        }
    }
}
