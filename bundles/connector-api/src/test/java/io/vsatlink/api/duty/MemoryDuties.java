/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Duties of containers in one memory. */
public final class MemoryDuties implements Duties {
    /** All applicants by duty, of all containers: the first one has it. */
    private final Map<String, List<Application>> applicants;

    private final String container;

    public MemoryDuties(String container) {
        this(container, new HashMap<>());
    }

    private MemoryDuties(String container, Map<String, List<Application>> applicants) {
        this.container = container;
        this.applicants = applicants;
    }

    /** Another container with the same database. */
    public MemoryDuties other(String name) {
        return new MemoryDuties(name, applicants);
    }

    @Override
    public Duty apply(DutyKind kind, String subject, Runnable changed) {
        synchronized (applicants) {
            List<Application> queue = applicants.computeIfAbsent(kind + " " + subject, key -> new ArrayList<>());
            Application application = new Application(queue, container, changed);
            queue.add(application);
            return application;
        }
    }

    /** The container stops, or is gone. */
    public void end() {
        List<Application> ours;
        synchronized (applicants) {
            ours = applicants.values().stream()
                    .flatMap(List::stream)
                    .filter(each -> each.container.equals(container))
                    .toList();
        }
        ours.forEach(Application::close);
    }

    private final class Application implements Duty {
        private final List<Application> queue;
        private final String container;
        private final Runnable changed;

        Application(List<Application> queue, String container, Runnable changed) {
            this.queue = queue;
            this.container = container;
            this.changed = changed;
        }

        @Override
        public boolean ours() {
            synchronized (applicants) {
                return !queue.isEmpty() && queue.get(0) == this;
            }
        }

        @Override
        public String holder() {
            synchronized (applicants) {
                boolean others = !queue.isEmpty() && !queue.get(0).container.equals(container);
                return others ? queue.get(0).container : "";
            }
        }

        @Override
        public void close() {
            Runnable next = () -> {};
            synchronized (applicants) {
                boolean had = ours();
                queue.remove(this);
                if (had && !queue.isEmpty()) {
                    next = queue.get(0).changed;
                }
            }
            next.run();
        }
    }
}
