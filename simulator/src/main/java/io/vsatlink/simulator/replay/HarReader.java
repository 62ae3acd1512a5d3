/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.replay;

import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads an HTTP archive, of a recording of ours or of a browser's developer tools. */
public final class HarReader {
    private static final int ANY_STATUS = 0;

    private HarReader() {}

    /**
     * @throws IOException if the file can't be read
     * @throws BadInput with a sentence, if it is not an archive or has not all that is needed for its answers
     */
    public static Replay read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Replay replay = new Replay(name);
            Object entries = Fields.read(in).object("log").values().get("entries");
            if (!(entries instanceof List<?> list) || list.isEmpty()) {
                throw new BadInput("it has no recorded calls in log.entries");
            }
            int number = 1;
            for (Object each : list) {
                add(replay, Fields.of(each, "The entry " + number), number);
                number++;
            }
            return replay;
        } catch (BadInput e) {
            throw new BadInput(name + " can't be replayed: " + e.getMessage());
        }
    }

    private static void add(Replay replay, Fields entry, int number) {
        Fields asked = entry.object("request");
        RecordedRequest request = RecordedRequest.of(asked.text("method"), asked.text("url"));
        Fields answer = entry.object("response");
        Fields content = answer.object("content");
        String which = "the answer to call " + number + ", " + request + ",";
        if (content.flag("_truncated")) {
            throw new BadInput(which + " is not whole ("
                    + content.optionalText("comment").orElse("cut") + "); record smaller pages");
        }
        int status = answer.required("status", ANY_STATUS);
        byte[] body = body(content, which);
        if (body.length == 0
                && status >= 200
                && status < 300
                && size(content) > 0
                && content.optionalText("comment").isEmpty()) {
            throw new BadInput(which + " has no body, though one of " + size(content)
                    + " bytes came; save the archive with content");
        }
        replay.add(
                request,
                new RecordedAnswer(
                        status,
                        headers(answer),
                        content.optionalText("mimeType")
                                .filter(type -> type.contains("/"))
                                .orElse("application/octet-stream"),
                        body));
    }

    private static long size(Fields content) {
        return content.values().get("size") instanceof Number size ? size.longValue() : 0;
    }

    private static byte[] body(Fields content, String which) {
        String text = content.optionalText("text").orElse("");
        if (!content.optionalText("encoding").orElse("").equals("base64")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(which + " has a body that is not Base64");
        }
    }

    private static Map<String, String> headers(Fields answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (answer.values().get("headers") instanceof List<?> list) {
            for (Object each : list) {
                Fields header = Fields.of(each, "A header");
                headers.merge(header.text("name"), header.text("value"), (one, other) -> one + "\n" + other);
            }
        }
        return headers;
    }
}
