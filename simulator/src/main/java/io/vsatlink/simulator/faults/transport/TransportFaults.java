/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.transport;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.FaultKind;
import io.vsatlink.simulator.http.Delivery;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

/** The faults of this package. */
public final class TransportFaults {
    public static final FaultKind DROPPED = new FaultKind.Flag("drop", (call, next) -> {
        throw new IOException("a fault drops the connection");
    });

    public static final List<FaultKind> ALL = List.of(
            new FaultKind.OneOf(List.of(
                    DROPPED,
                    new FaultKind.Told("cutAfterBytes", 0, delivering(CutChunk::new)),
                    new FaultKind.Told("closeDelimitedCut", 0, delivering(CloseDelimitedCut::new)),
                    new FaultKind.Told("contentLengthDelta", Integer.MIN_VALUE, delivering(WrongLength::new)))),
            new FaultKind.Told("slowBytesPerSecond", 1, TransportFaults::slow));

    private TransportFaults() {}

    private static IntFunction<Fault> delivering(IntFunction<Delivery> make) {
        return number -> (call, next) -> {
            call.distortion().deliver(make.apply(number));
            next.handle(call);
        };
    }

    private static Fault slow(int bytesPerSecond) {
        return (call, next) -> {
            call.distortion().pace(bytesPerSecond);
            next.handle(call);
        };
    }
}
