/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.content;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.json.BadInput;
import java.io.IOException;
import java.util.List;

/** Returns the rows of one page for every requested page, with the requested page number. */
public record RepeatPage(int page) implements Fault {

    @Override
    public void strike(Call call, Handler next) throws IOException {
        boolean byOffset = call.query("offset").isPresent();
        String parameter = byOffset ? "offset" : "page";
        int asked = asked(call, parameter, "1");
        int instead = byOffset ? (page - 1) * asked(call, "limit", "200") : page;
        call.pretend(parameter, Integer.toString(instead));
        new PageFault(List.of(given -> given.fields().put(parameter, asked))).strike(call, next);
    }

    private static int asked(Call call, String parameter, String usual) {
        try {
            return Integer.parseInt(call.query(parameter).orElse(usual));
        } catch (NumberFormatException e) {
            throw new BadInput("The parameter \"" + parameter + "\" must be a whole number.");
        }
    }
}
