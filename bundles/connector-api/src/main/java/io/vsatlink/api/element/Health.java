/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.element;

import io.vsatlink.api.text.Printable;

/**
 * The health of an element.
 *
 * @param level as a monitoring platform would colour it
 * @param reason one sentence, problems first. Quoted text is made {@link Printable}
 */
public record Health(Level level, String reason) {

    public Health {
        reason = Printable.line(reason);
    }

    /** From best to worst. */
    public enum Level {
        OK("OK"),
        WARNING("Warning"),
        CRITICAL("Critical");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        /** The label that users see. */
        public String label() {
            return label;
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
