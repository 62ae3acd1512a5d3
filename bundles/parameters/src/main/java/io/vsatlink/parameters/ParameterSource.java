/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.io.IOException;

/** What an element gives to be shown and changed. Implemented by each kind of element. Thread-safe; never blocks. */
public interface ParameterSource {

    /** The settings in force. */
    Values values();

    /**
     * Sets one setting, which is in force on return.
     *
     * @throws BadValueException where the value is not allowed
     * @throws IOException where the container could not keep it
     */
    void set(SettingDefinition definition, String text) throws BadValueException, IOException;
}
