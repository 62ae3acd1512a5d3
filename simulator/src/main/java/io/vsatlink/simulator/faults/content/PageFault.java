/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.content;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.FaultKind;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.json.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes the content of the real page. */
public record PageFault(List<PageEdit> edits) implements Fault {

    public PageFault {
        edits = List.copyOf(edits);
    }

    @Override
    public void strike(Call call, Handler next) throws IOException {
        call.distortion().edit(this::edited);
        next.handle(call);
    }

    private byte[] edited(byte[] body) throws IOException {
        Optional<Page> page = Page.read(body);
        if (page.isEmpty()) {
            return body;
        }
        edits.forEach(edit -> edit.apply(page.get()));
        return page.get().bytes();
    }

    /**
     * Collects the edits of all fields, because the page is parsed once and may no longer be JSON after the first edit.
     */
    public record Kind() implements FaultKind {
        @Override
        public List<String> fields() {
            return List.of("mutate", "nan", "hugeString", "deep", "duplicateItems", "total");
        }

        @Override
        public Optional<Fault> from(Fields rule) {
            List<PageEdit> edits = new ArrayList<>();
            rule.ifObject("mutate", fields -> edits.add(Mutation.read(fields)));
            rule.ifObject("nan", fields -> edits.add(Spoiled.notANumber(fields)));
            rule.ifObject("hugeString", fields -> edits.add(Spoiled.hugeString(fields)));
            rule.ifObject("deep", fields -> edits.add(Spoiled.deep(fields)));
            rule.number("duplicateItems", 1).ifPresent(count -> edits.add(new DuplicateItems(count)));
            rule.number("total", Integer.MIN_VALUE).ifPresent(delta -> edits.add(new WrongTotal(delta)));
            return edits.isEmpty() ? Optional.empty() : Optional.of(new PageFault(edits));
        }
    }
}
