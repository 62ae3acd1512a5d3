/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.body;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.FaultKind;
import io.vsatlink.simulator.http.Edit;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The faults of this package. */
public final class BodyFaults {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    public static final List<FaultKind> ALL = List.of(
            new FaultKind.Flag("badUtf8", editing(new BadUtf8())),
            new Trailing(),
            new FaultKind.Flag("bom", editing(body -> join(BYTE_ORDER_MARK, body))),
            new GzipFault());

    private BodyFaults() {}

    static Fault editing(Edit edit) {
        return (call, next) -> {
            call.distortion().edit(edit);
            next.handle(call);
        };
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
