/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The definition of a setting by its element.
 *
 * @param key the name in configurations, for instance {@code circuits.interval}
 * @param description one sentence for people
 * @param defaultValue the value if the configuration has none; empty for none
 * @param limits the rules for its text
 * @param restriction the additional restriction of this installation
 */
public record SettingDefinition(
        String key, String description, String defaultValue, Setting limits, Restriction restriction) {
    /** Shown in place of a secret that is set. */
    public static final String MASK = "********";

    public Kind kind() {
        return limits.value();
    }

    public boolean secret() {
        return kind() == Kind.SECRET;
    }

    /** Returns whether changing it could send stored secrets to another place. */
    boolean leadsSecrets() {
        return kind().leadsSecrets() || limits.leadsSecrets();
    }

    /** Returns the name of the MBean attribute: the last part of the key, with an initial capital. */
    public String attribute() {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }

    /**
     * Returns the row to which it belongs: the part of the key before the dot; "" for a setting of the element itself.
     */
    public String row() {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    /** Describes the allowed values, to follow "allowed is". */
    public String allowed() {
        return kind().allowed(limits) + restriction.words();
    }

    /** Returns the value in a form that is safe to show. */
    public String shown(String value) {
        return secret() && value != null && !value.isEmpty() ? MASK : value;
    }

    /**
     * Returns the normal form of a text. An empty text is accepted if the setting has no default.
     *
     * @param others the element's other settings by key, for rules that depend on a second setting
     * @throws BadValueException with the one sentence that every surface shows
     */
    public String judge(String text, UnaryOperator<String> others) throws BadValueException {
        String accepted = accept(text, others);
        object(accepted);
        return accepted;
    }

    /** Like {@link #judge}, without the restriction of this installation. */
    String accept(String text, UnaryOperator<String> others) throws BadValueException {
        String plain = secret() ? text : text.strip();
        if (plain.isEmpty()) {
            if (mayBeEmpty()) {
                return plain;
            }
            throw refused(plain);
        }
        String accepted = kind().accept(plain, limits);
        if (accepted == null || !plainHttpAllowed(accepted, others)) {
            throw refused(plain, kind().why(plain));
        }
        return accepted;
    }

    /** @throws BadValueException if this installation restricts a value that the kind accepts */
    void object(String accepted) throws BadValueException {
        Optional<String> objection =
                accepted.isEmpty() ? Optional.empty() : restriction.objection().apply(accepted);
        if (objection.isPresent()) {
            throw refused(accepted, objection.get());
        }
    }

    /** Refuses a reference to a secret that was not written by an administrator. */
    BadValueException referred() {
        return new BadValueException(key + ": a reference like $[env:NAME] or $[secret:NAME] is resolved only in"
                + " the element's file in etc; set the value itself, or write the reference into that file");
    }

    /** Creates the refusal of a value, as one sentence. */
    BadValueException refused(String value) {
        return refused(value, "");
    }

    private BadValueException refused(String value, String why) {
        String shown = secret() ? "the value" : "\"" + kind().shown(value) + "\"";
        String because = why.isEmpty() ? "" : " (" + why + ")";
        return new BadValueException(key + ": " + shown + " is not accepted" + because + "; allowed is " + allowed());
    }

    private boolean mayBeEmpty() {
        return switch (kind()) {
            case TEXT, SECRET, PATH, CERTIFICATES, FILE_NAME, BUS_ADDRESS, URL, JDBC_URL -> true;
            default -> false;
        };
    }

    private boolean plainHttpAllowed(String accepted, UnaryOperator<String> others) {
        if ((kind() != Kind.HOST && kind() != Kind.URL) || !accepted.startsWith("http://")) {
            return true;
        }
        String host = URI.create(accepted).getHost();
        boolean loopback = host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}|\\[::1]");
        return loopback
                || "true"
                        .equalsIgnoreCase(
                                String.valueOf(others.apply("allowPlainHttp")).strip());
    }
}
