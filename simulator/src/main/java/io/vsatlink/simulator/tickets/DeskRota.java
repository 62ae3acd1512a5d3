/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.List;
import java.util.OptionalInt;

/**
 * Staff who work while a list is read: they make a number of changes before each page. The kinds of changes alternate,
 * also from one page to the next. Thread-safe.
 */
public final class DeskRota {
    private final ServiceDesk desk;
    private Shift shift;
    private long done;

    /** @param pages the number of pages after which the work ends; empty for never */
    public record Shift(int perPage, List<DeskWork> kinds, OptionalInt pages) {
        public Shift {
            kinds = List.copyOf(kinds);
        }

        /** The default kinds of work. Archiving is excluded, because it removes rows instead of changing them. */
        public static Shift usual(int perPage) {
            return new Shift(
                    perPage,
                    List.of(DeskWork.OPEN, DeskWork.CHANGE, DeskWork.NOTE, DeskWork.CLOSE),
                    OptionalInt.empty());
        }

        private boolean isOverAfter(long works) {
            return pages.isPresent() && works >= (long) perPage * pages.getAsInt();
        }
    }

    /** @param perPage the number of changes per page from the start, without end; 0 for none */
    public DeskRota(ServiceDesk desk, int perPage) {
        this.desk = desk;
        start(Shift.usual(perPage));
    }

    public synchronized void start(Shift next) {
        shift = next;
        done = 0;
    }

    public void end() {
        start(Shift.usual(0));
    }

    /** Must be called before a page is read. */
    public synchronized void beforePage() {
        if (!shift.isOverAfter(done)) {
            for (int i = 0; i < shift.perPage(); i++) {
                desk.act(shift.kinds().get((int) (done++ % shift.kinds().size())));
            }
        }
    }
}
