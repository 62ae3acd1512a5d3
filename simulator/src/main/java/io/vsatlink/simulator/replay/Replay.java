/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The recorded answers. Equal requests get theirs in the recorded order, and the last one again and again. Thread-safe. */
public final class Replay {
    private static final int MOST_SHOWN = 5;

    private final String name;
    private final List<Answers> all = new ArrayList<>();

    private record Answers(RecordedRequest request, Deque<RecordedAnswer> left) {}

    /** @param name of the file, for messages */
    Replay(String name) {
        this.name = name;
    }

    void add(RecordedRequest request, RecordedAnswer answer) {
        Answers same = all.stream()
                .filter(each -> each.request().equals(request))
                .findFirst()
                .orElseGet(() -> {
                    Answers first = new Answers(request, new ArrayDeque<>());
                    all.add(first);
                    return first;
                });
        same.left().add(answer);
    }

    synchronized Optional<RecordedAnswer> answer(RecordedRequest request) {
        return all.stream()
                .filter(each -> each.request().isMetBy(request))
                .findFirst()
                .map(each -> each.left().size() > 1
                        ? each.left().removeFirst()
                        : each.left().getFirst());
    }

    /** One sentence for a request that has no answer. */
    String missing(RecordedRequest request) {
        List<String> others = all.stream()
                .map(Answers::request)
                .filter(each -> each.isSameCall(request))
                .map(each -> "\"" + each.queryText() + "\"")
                .toList();
        String known = others.isEmpty()
                ? ""
                : "; with another query there are "
                        + String.join(", ", others.subList(0, Math.min(MOST_SHOWN, others.size())))
                        + (others.size() > MOST_SHOWN ? " and " + (others.size() - MOST_SHOWN) + " more" : "");
        return request + " is not in the recording " + name + known + ".";
    }
}
