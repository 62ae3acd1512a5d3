/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import io.vsatlink.api.recording.RecordedCall.Body;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.BodyCopy;
import io.vsatlink.remote.http.Call;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bodies of a call as they are kept: as text, cut, and masked. */
record RecordedBodies(Redaction redaction) {
    /** Of one body; a page of some hundred rows is not cut. */
    static final int MOST_BYTES = 256 << 10;

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");

    /** @param body null for none */
    Body of(Call.Body body) {
        if (body == null) {
            return Body.NONE;
        }
        BodyCopy copy = new BodyCopy(MOST_BYTES);
        byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
        copy.take(bytes, 0, bytes.length);
        return of(copy, body.mediaType(), true, false);
    }

    /** @param copy of what was read of it */
    Body of(BodyCopy copy, Answer answer) {
        String type = answer.header("Content-Type");
        boolean refused = answer.status() >= 400;
        return of(copy, type == null ? "" : type, answer.atEnd(), refused);
    }

    private Body of(BodyCopy copy, String mediaType, boolean whole, boolean refused) {
        if (copy.bytes() == 0) {
            return new Body(mediaType, "", 0, false, whole ? "" : "not read");
        }
        CharBuffer text = CharBuffer.allocate(copy.beginning().length);
        boolean valid = decode(ByteBuffer.wrap(copy.beginning()), text, charset(mediaType), copy.cut());
        String note = note(copy, whole);
        String read = text.flip().toString();
        if (read.indexOf('\0') >= 0) {
            return new Body(mediaType, "", copy.bytes(), true, "not text");
        }
        if (!valid) {
            note += (note.isEmpty() ? "" : "; ") + "not valid in its encoding";
        }
        String masked = redaction.body(read, copy.cut() || !whole, refused);
        return new Body(mediaType, masked, copy.bytes(), copy.cut(), note);
    }

    private static String note(BodyCopy copy, boolean whole) {
        if (copy.cut()) {
            return String.format(Locale.ROOT, "first %d KiB of %,d bytes", MOST_BYTES >> 10, copy.bytes());
        }
        return whole ? "" : String.format(Locale.ROOT, "read for %,d bytes only", copy.bytes());
    }

    /**
     * A character that the cut goes through is left out; what is not valid becomes U+FFFD.
     *
     * @return whether all was valid
     */
    private static boolean decode(ByteBuffer bytes, CharBuffer text, Charset charset, boolean cut) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean valid = true;
        CoderResult result = decoder.decode(bytes, text, !cut);
        while (result.isError() && text.hasRemaining()) {
            valid = false;
            bytes.position(bytes.position() + result.length());
            text.put('\uFFFD');
            result = decoder.decode(bytes, text, !cut);
        }
        return valid;
    }

    private static Charset charset(String mediaType) {
        Matcher named = CHARSET.matcher(mediaType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            // a charset that Java does not know; what is not valid is seen as such
            return StandardCharsets.UTF_8;
        }
    }
}
