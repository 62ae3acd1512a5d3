/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.parameters.SampleReadings.Line;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page with settings in memory and readings that a test sets. */
public final class SamplePage implements ParameterSource {
    public static final SettingCatalog CATALOG = SettingCatalog.of(SampleConfig.class);

    private final Map<String, String> configuration = new HashMap<>();
    public String status = "Idle";
    public boolean broken;

    /** @param prefix the prefix of the row; empty for the element's own settings */
    public ParameterPage page(String row, String prefix) {
        return new ParameterPage(
                new ParameterPage.Title("Sample", "uat", row, prefix, "A sample"),
                CATALOG.definitions(),
                this,
                ReadingSet.of(SampleReadings.class, this::readings),
                OperationSet.of(SamplePage.class, this));
    }

    @Override
    public Values values() {
        return CATALOG.judge(configuration, Values.none());
    }

    @Override
    public void set(SettingDefinition definition, String text) throws BadValueException, IOException {
        configuration.put(definition.key(), definition.judge(text, key -> values().text(key)));
    }

    private SampleReadings readings() {
        if (broken) {
            throw new IllegalStateException("it broke");
        }
        List<Line> lines = List.of(new Line("a", 1), new Line("b", 2));
        return new SampleReadings(status, 42, null, Rows.of(Line.class, lines));
    }

    @Operation("Does it")
    public String poll() {
        return "Done.";
    }
}
