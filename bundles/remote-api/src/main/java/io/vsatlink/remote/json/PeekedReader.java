/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Text whose first character can be inspected before it is read. */
final class PeekedReader extends PushbackReader {
    private static final int BLANKS = 64;

    PeekedReader(Reader text) {
        super(text, BLANKS);
    }

    /** The first non-blank character within the lookahead; a blank if there is none. */
    char first() throws IOException {
        char[] start = new char[BLANKS];
        int count = Math.max(0, read(start, 0, BLANKS));
        if (count > 0) {
            unread(start, 0, count);
        }
        String text = new String(start, 0, count).stripLeading();
        return text.isEmpty() ? ' ' : text.charAt(0);
    }
}
