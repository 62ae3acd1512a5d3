package io.vsatlink.remote.profile;

import java.util.List;

/** A vendor profile that cannot be used; each mistake names the file, the line and the place in it. */
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    ProfileException(String mistake) {
        this(List.of(mistake));
    }

    ProfileException(List<String> mistakes) {
        super(mistakes.get(0)
                + (mistakes.size() == 1 ? "" : " (and " + counted(mistakes.size() - 1, "more mistake") + ")"));
        this.mistakes = List.copyOf(mistakes);
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** How many there are, for people. */
    public String count() {
        return counted(mistakes.size(), "mistake");
    }

    /** All that were found, each a sentence; at least one. */
    public List<String> mistakes() {
        return mistakes;
    }
}
