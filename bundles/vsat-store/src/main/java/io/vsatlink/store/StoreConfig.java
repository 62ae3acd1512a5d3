package io.vsatlink.store;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the store. Text throughout: what does not fit is told in our words, not by the container. */
@ObjectClassDefinition(name = "VsatLink store", description = "The local VSAT database")
public @interface StoreConfig {

    @AttributeDefinition(
            name = "DataSource",
            description = "Name of a DataSource service that holds the database; empty = Derby, embedded, under the"
                    + " container's data folder")
    String dataSource() default "";

    @AttributeDefinition(
            name = "HistoryRetention",
            description = "How long superseded versions of rows, and the history of polls, are kept")
    String historyRetention() default "30d";
}
