/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.parameters.FlippingElement;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WholeListTest {
    /** A cell with a key, with or without the name of a row before it, and the cell with its value. */
    private static final Pattern LINE = Pattern.compile("[│|] (rows\\.)?(status|reason|pages)\\s*[│|] (.*?)\\s*[│|]");

    @Test
    void theListedReadingsOfAnElementAndItsRowsBelongToOneMoment() throws Exception {
        Set<Object> states = new HashSet<>();
        try (FlippingElement element = new FlippingElement()) {
            for (int i = 0; i < 400; i++) {
                String listed = listed(new Pages(Stream.of(element.page(""), element.page("rows"))));
                Map<String, Object> own = new HashMap<>();
                Map<String, Object> row = new HashMap<>();
                Matcher line = LINE.matcher(listed);
                while (line.find()) {
                    String name = line.group(2).substring(0, 1).toUpperCase(Locale.ROOT)
                            + line.group(2).substring(1);
                    Object value = name.equals("Pages") ? (Object) Long.valueOf(line.group(3)) : line.group(3);
                    (line.group(1) == null ? own : row).put(name, value);
                }
                assertThat(own).as(listed).isNotEmpty();
                FlippingElement.assertWhole(own);
                assertThat(row).isEqualTo(own);
                states.add(own.get("Status"));
            }
        }
        assertThat(states).containsExactlyInAnyOrder("Idle", "Failed");
    }

    private static String listed(Pages pages) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            new ParameterListCommand().run(pages);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
