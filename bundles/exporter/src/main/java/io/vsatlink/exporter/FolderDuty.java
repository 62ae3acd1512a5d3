/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;

/** The right to write into a folder, which containers that share a database may share too. */
final class FolderDuty implements AutoCloseable {
    /** Longer than the lease of a container that was killed while it exported. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long LOOKED_EVERY_MILLIS = 50;

    private final Duty duty;

    private FolderDuty(Duty duty) {
        this.duty = duty;
    }

    /**
     * Waits until no other container writes there.
     *
     * @throws StoreException with its name if that takes too long
     */
    static FolderDuty take(Duties duties, Path folder) {
        FolderDuty taken = new FolderDuty(duties.apply(DutyKind.EXPORT, folder.toString(), () -> {}));
        boolean ours = false;
        try {
            taken.await();
            ours = true;
            return taken;
        } finally {
            if (!ours) {
                taken.close();
            }
        }
    }

    private void await() {
        long began = System.nanoTime();
        while (!duty.ours()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw elsewhere();
            }
            try {
                Thread.sleep(LOOKED_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreException("the exporter is stopping", e);
            }
        }
    }

    /** @throws StoreException with the name of the container that may write there now, if it is not this one */
    void requireOurs() {
        if (!duty.ours()) {
            throw elsewhere();
        }
    }

    private StoreException elsewhere() {
        String holder = duty.holder();
        return new StoreException((holder.isEmpty() ? "another container" : holder) + " exports to this folder");
    }

    @Override
    public void close() {
        duty.close();
    }
}
