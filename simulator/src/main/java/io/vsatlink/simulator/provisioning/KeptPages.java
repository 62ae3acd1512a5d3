/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.provisioning;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Gzip;
import io.vsatlink.simulator.inventory.View;
import io.vsatlink.simulator.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches pages as bytes, compressed and plain separately, so that unused forms need no memory. */
final class KeptPages implements Pages {
    private final Map<String, Shelf> byPath = new ConcurrentHashMap<>();

    private record Title(PageRequest page, boolean gzip) {}

    /** The pages of one state of a dataset. The JVM may discard them before it runs out of memory. */
    private record Shelf(View rows, Map<Title, SoftReference<byte[]>> pages) {
        Shelf(View rows) {
            this(rows, new ConcurrentHashMap<>());
        }
    }

    @Override
    public void answer(Call call, PageRequest asked, View rows) throws IOException {
        Shelf shelf = byPath.compute(
                rows.dataset().path(), (path, old) -> old != null && old.rows().equals(rows) ? old : new Shelf(rows));
        call.whole(200, "application/json", gzip -> bytes(shelf, new Title(asked, gzip)));
    }

    private static byte[] bytes(Shelf shelf, Title title) throws IOException {
        SoftReference<byte[]> kept = shelf.pages().get(title);
        byte[] bytes = kept == null ? null : kept.get();
        if (bytes == null) {
            bytes = render(shelf.rows(), title);
            shelf.pages().put(title, new SoftReference<>(bytes));
        }
        return bytes;
    }

    private static byte[] render(View rows, Title title) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = title.gzip() ? Gzip.fast(bytes) : bytes) {
            Pages.write(Json.writer(out), title.page(), rows);
        }
        return bytes.toByteArray();
    }
}
