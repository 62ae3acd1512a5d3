/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import io.vsatlink.api.text.Counted;
import java.util.List;

/** A vendor profile that cannot be used; each mistake names the file, the line and the place in it. */
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public ProfileException(String mistake) {
        this(List.of(mistake));
    }

    public ProfileException(List<String> mistakes) {
        super(mistakes.get(0)
                + (mistakes.size() == 1 ? "" : " (and " + Counted.of(mistakes.size() - 1, "more mistake") + ")"));
        this.mistakes = List.copyOf(mistakes);
    }

    /** The number of mistakes, for people. */
    public String count() {
        return Counted.of(mistakes.size(), "mistake");
    }

    /** All mistakes found, each a sentence; at least one. */
    public List<String> mistakes() {
        return mistakes;
    }
}
