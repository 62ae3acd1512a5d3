package io.vsatlink.simulator.faults;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rules in force; the first that strikes a call wins. Every matching rule counts the call. Thread-safe. */
public final class FaultRules {
    private static final String API = "/api/v1/";
    private static final Fault NONE = (call, next) -> next.handle(call);

    private final List<FaultRule> rules = new ArrayList<>();
    private final List<Long> matched = new ArrayList<>();

    /** Replaces all rules, from a JSON array of them. */
    public synchronized void replace(Object json) {
        if (!(json instanceof List<?> list)) {
            throw new BadInput("The body must be a JSON array of rules.");
        }
        List<FaultRule> read = list.stream()
                .map(rule -> FaultRule.read(Fields.of(rule, "A rule")))
                .toList();
        clear();
        rules.addAll(read);
        read.forEach(rule -> matched.add(0L));
    }

    public synchronized void clear() {
        rules.clear();
        matched.clear();
    }

    public void handle(Call call, Handler vendor) throws IOException {
        choose(call).strike(call, vendor);
    }

    private synchronized Fault choose(Call call) {
        String path = call.path().startsWith(API) ? call.path().substring(API.length()) : call.path();
        int page = call.query("page").map(FaultRules::pageNumber).orElse(1);
        Fault chosen = NONE;
        for (int i = 0; i < rules.size(); i++) {
            FaultRule rule = rules.get(i);
            if (rule.matches(path, page)) {
                long before = matched.set(i, matched.get(i) + 1);
                chosen = chosen == NONE && rule.strikes(before) ? rule.fault() : chosen;
            }
        }
        return chosen;
    }

    private static int pageNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1; // matches no rule that names a page
        }
    }
}
