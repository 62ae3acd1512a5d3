/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The duties of whichever store is open: an application outlives a store, and is passed on to the next one. Without a store nobody has
 * a duty. Thread-safe.
 */
final class LiveDuties implements Duties {
    /** In the order in which they were made, which is the order in which they are passed on. */
    private final List<Application> applications = new ArrayList<>();

    private Duties open;

    /** @param next the duties of the open store; null if none is open */
    void use(Duties next) {
        List<Application> all;
        synchronized (this) {
            open = next;
            applications.forEach(Application::passOn);
            all = List.copyOf(applications);
        }
        all.forEach(each -> each.changed.run());
    }

    @Override
    public synchronized Duty apply(DutyKind kind, String subject, Runnable changed) {
        Application application = new Application(kind, subject, changed);
        applications.add(application);
        application.passOn();
        return application;
    }

    private final class Application implements Duty {
        private final DutyKind kind;
        private final String subject;
        private final Runnable changed;
        private volatile Duty now;

        Application(DutyKind kind, String subject, Runnable changed) {
            this.kind = kind;
            this.subject = subject;
            this.changed = changed;
        }

        /** The store before is closed, or about to be: nothing has to be withdrawn there. */
        void passOn() {
            now = open == null ? null : open.apply(kind, subject, changed);
        }

        @Override
        public boolean ours() {
            Duty present = now;
            return present != null && present.ours();
        }

        @Override
        public String holder() {
            Duty present = now;
            return present == null ? "" : present.holder();
        }

        @Override
        public void close() {
            Duty last;
            synchronized (LiveDuties.this) {
                applications.remove(this);
                last = now;
                now = null;
            }
            if (last != null) {
                last.close();
            }
        }
    }
}
