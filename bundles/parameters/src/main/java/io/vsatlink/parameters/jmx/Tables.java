/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.jmx;

import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.Shown;
import io.vsatlink.parameters.TableKey;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** Converts lists of records to JMX tables: one column per component, indexed by the record's {@link TableKey}. */
final class Tables {
    private Tables() {}

    static TabularType type(Class<?> recordType) {
        try {
            RecordComponent[] components = recordType.getRecordComponents();
            String[] names = new String[components.length];
            OpenType<?>[] types = new OpenType<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                names[i] = components[i].getName();
                types[i] = simpleType(components[i].getType());
            }
            String name = recordType.getSimpleName();
            return new TabularType(
                    name,
                    name,
                    new CompositeType(name, name, names, names, types),
                    recordType.getAnnotation(TableKey.class).value());
        } catch (OpenDataException e) {
            throw new IllegalStateException(recordType + " is not a table", e);
        }
    }

    static TabularData of(Rows<?> rows) {
        Class<?> recordType = rows.type();
        TabularType type = type(recordType);
        TabularDataSupport table = new TabularDataSupport(type);
        try {
            RecordComponent[] components = recordType.getRecordComponents();
            String[] names = type.getRowType().keySet().toArray(String[]::new);
            for (Object row : rows.shown()) {
                Object[] cells = new Object[names.length];
                for (int i = 0; i < names.length; i++) {
                    cells[i] = cell(components, names[i], row);
                }
                table.put(new CompositeDataSupport(type.getRowType(), names, cells));
            }
            return table;
        } catch (OpenDataException | ReflectiveOperationException e) {
            throw new IllegalStateException(recordType + " is not a table", e);
        }
    }

    private static Object cell(RecordComponent[] components, String name, Object row)
            throws ReflectiveOperationException {
        for (RecordComponent component : components) {
            if (component.getName().equals(name)) {
                return Shown.scalar(component.getAccessor().invoke(row));
            }
        }
        throw new IllegalStateException(name);
    }

    private static SimpleType<?> simpleType(Class<?> type) {
        if (type == long.class || type == int.class) {
            return SimpleType.LONG;
        }
        if (type == boolean.class) {
            return SimpleType.BOOLEAN;
        }
        if (type == String.class || type == Instant.class || type.isEnum()) {
            return SimpleType.STRING;
        }
        throw new IllegalStateException("a table has no column of " + type);
    }
}
