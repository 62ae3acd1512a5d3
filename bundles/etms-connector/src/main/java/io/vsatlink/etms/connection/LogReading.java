/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.AnswerPart;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.VendorException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an activity log to its end, part by part. Vendors truncate a long log, some without reporting it: if ETMS does not
 * return the total number of entries, further parts are requested until no new entry is returned.
 */
public final class LogReading {
    private static final int MOST_PARTS = 1_000;

    private final EtmsApi api;
    private final String ticketId;
    private final List<Activity> activities = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private final Set<List<?>> parts = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private int unreadable;
    private VendorException failure;

    private LogReading(EtmsApi api, String ticketId) {
        this.api = api;
        this.ticketId = ticketId;
    }

    /**
     * @return the log; empty if the ticket does not exist
     * @throws VendorException if the first part can't be read
     */
    public static Optional<ActivityLog> of(EtmsApi api, String ticketId) throws VendorException {
        Optional<LogPart> first = api.activities(ticketId, AnswerPart.FIRST);
        return first.isEmpty() ? Optional.empty() : Optional.of(new LogReading(api, ticketId).from(first.get()));
    }

    private ActivityLog from(LogPart first) throws VendorException {
        Optional<LogPart> part = Optional.of(first);
        LogPart last = first;
        while (part.isPresent() && take(part.get())) {
            last = part.get();
            part = last.rest().next().isPresent()
                    ? next(last, last.rest().next().get())
                    : Optional.empty();
        }
        long total = last.rest().total();
        int entries = activities.size() + unreadable;
        if (failure == null && entries < total) {
            problems.add("ETMS reports " + Counted.of(total, "entry", "entries") + " but returned " + entries);
        }
        return new ActivityLog(activities, problems, Optional.ofNullable(failure));
    }

    /** @return whether the part contains anything new: a server that does not support parts returns the same entries again */
    private boolean take(LogPart part) {
        if (!parts.add(List.of(part.activities(), part.problems()))) {
            return false;
        }
        Set<Object> fresh = new HashSet<>();
        for (Activity activity : part.activities()) {
            Object id = activity.activityId().isEmpty() ? activity : activity.activityId();
            if (!seen.contains(id)) {
                fresh.add(id);
                activities.add(activity);
            }
        }
        seen.addAll(fresh);
        unreadable += part.problems().size();
        problems.addAll(part.problems());
        return !fresh.isEmpty() || !part.problems().isEmpty();
    }

    private Optional<LogPart> next(LogPart before, AnswerPart part) throws VendorException {
        if (part.number() >= MOST_PARTS) {
            problems.add("it has more than " + MOST_PARTS + " parts");
            return Optional.empty();
        }
        try {
            return api.activities(ticketId, part);
        } catch (Unauthorized e) {
            throw e;
        } catch (Rejected e) {
            // a server that does not support parts may reject the request for the second one
            boolean whole = part.number() == 1 && before.rest().total() < 0;
            return whole ? Optional.empty() : failed(e);
        } catch (VendorException e) {
            return failed(e);
        }
    }

    private Optional<LogPart> failed(VendorException e) {
        failure = e;
        problems.add("the rest could not be read: " + e.getMessage());
        return Optional.empty();
    }
}
