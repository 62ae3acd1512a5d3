package io.vsatlink.simulator.faults.content;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.json.BadInput;
import java.io.IOException;
import java.util.List;

/** Always the rows of one page, whatever page was asked for; the number on it is the one asked for. */
public record RepeatPage(int page) implements Fault {

    @Override
    public void strike(Call call, Handler next) throws IOException {
        int asked = asked(call.query("page").orElse("1"));
        call.pretend("page", Integer.toString(page));
        new PageFault(List.of(given -> given.fields().put("page", asked))).strike(call, next);
    }

    private static int asked(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadInput("The parameter \"page\" must be a whole number of 1 or more.");
        }
    }
}
