package io.vsatlink.api.element;

import io.vsatlink.api.text.Printable;

/**
 * How an element is.
 *
 * @param level what a monitoring platform would colour
 * @param reason one sentence; what is wrong first. What it quotes is made {@link Printable}
 */
public record Health(Level level, String reason) {

    public Health {
        reason = Printable.line(reason);
    }

    /** From fine to worst. */
    public enum Level {
        OK("OK"),
        WARNING("Warning"),
        CRITICAL("Critical");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        /** The word that people see. */
        public String label() {
            return label;
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
