/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.control;

import io.vsatlink.simulator.inventory.Churn;
import io.vsatlink.simulator.inventory.Churns;
import io.vsatlink.simulator.inventory.Inventory;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import java.util.List;

/** The JSON form of a churn. */
record ChurnRequest(String path, Churn churn) {

    static ChurnRequest read(Fields body, Inventory inventory) {
        body.onlyKnown(List.of("path", "perPage", "kinds", "at", "pages"));
        String path = body.text("path");
        if (inventory.find(path).isEmpty()) {
            throw new BadInput("There is no dataset " + path + ".");
        }
        List<Churn.Kind> kinds = body.choices("kinds", Churn.Kind.values());
        Churn churn = new Churn(
                body.number("perPage", 1).orElse(1),
                kinds.isEmpty() ? List.of(Churn.Kind.values()) : kinds,
                RowChanges.at(body),
                body.number("pages", 1));
        return new ChurnRequest(path, churn);
    }

    void start(Churns churns) {
        churns.start(path, churn);
    }
}
