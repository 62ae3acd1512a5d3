package io.vsatlink.vendor.profile;

import java.util.List;

/** A vendor profile that cannot be used; each mistake names the file, the line and the place in it. */
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    ProfileException(String mistake) {
        this(List.of(mistake));
    }

    ProfileException(List<String> mistakes) {
        super(mistakes.get(0) + (mistakes.size() == 1 ? "" : " (and " + (mistakes.size() - 1) + " more mistakes)"));
        this.mistakes = List.copyOf(mistakes);
    }

    /** All that were found, each a sentence; at least one. */
    public List<String> mistakes() {
        return mistakes;
    }
}
