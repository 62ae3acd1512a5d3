/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.update;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.runtime.ObjectMethods;
import java.util.List;

/** The JDK keeps a reference to the last record type for which it generated methods, which can look like a leak. */
public final class LastRecord {

    private record Displacing(String value) {}

    private LastRecord() {}

    /** Replaces the last record type. */
    public static void displace() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle value = lookup.findGetter(Displacing.class, "value", String.class);
            for (String method : List.of("equals", "hashCode", "toString")) {
                ObjectMethods.bootstrap(lookup, method, MethodHandle.class, Displacing.class, "value", value);
            }
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
