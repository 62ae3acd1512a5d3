/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.List;
import java.util.OptionalInt;

/**
 * People at work while somebody reads: before each page of a list they do so much, the kinds in turn, also from one page to
 * the next. Thread-safe.
 */
public final class DeskRota {
    private final ServiceDesk desk;
    private Shift shift;
    private long done;

    /** @param pages end after so many; empty for never */
    public record Shift(int perPage, List<DeskWork> kinds, OptionalInt pages) {
        public Shift {
            kinds = List.copyOf(kinds);
        }

        /** Nothing is archived unless somebody asks: rows that go are another story than rows that change. */
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

    /** @param perPage from the start and for ever; 0 for nothing */
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

    /** To be called before a page is read. */
    public synchronized void beforePage() {
        if (!shift.isOverAfter(done)) {
            for (int i = 0; i < shift.perPage(); i++) {
                desk.act(shift.kinds().get((int) (done++ % shift.kinds().size())));
            }
        }
    }
}
