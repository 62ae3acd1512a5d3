/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The database's own record of who has had which duty, and of rows that were written by somebody without the duty. Triggers keep it, so
 * that it has what was committed and nothing else.
 */
final class DutyBook {
    private static final String[] TABLES = {
        "circuits",
        "customers",
        "locations",
        "devices",
        "contact_info",
        "outage_contacts",
        "location_equipments",
        "esp_pirs",
        "tickets",
        "generation",
        "held_generation"
    };

    private static final String SCHEMA =
            """
            CREATE SCHEMA book;
            CREATE TABLE book.holder (number BIGSERIAL, at TIMESTAMPTZ DEFAULT clock_timestamp(), kind TEXT, subject TEXT,
              run TEXT, name TEXT, fence BIGINT);
            CREATE TABLE book.stranger (at TIMESTAMPTZ DEFAULT clock_timestamp(), session TEXT, relation TEXT, element TEXT);

            CREATE FUNCTION book.held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
              INSERT INTO book.holder (kind, subject, run, name, fence) VALUES (NEW.kind, NEW.subject, NEW.run,
                (SELECT name FROM public.member WHERE run = NEW.run), NEW.fence);
              RETURN NULL;
            END $$;
            CREATE TRIGGER begun AFTER INSERT ON duty FOR EACH ROW WHEN (NEW.kind <> 'run') EXECUTE FUNCTION book.held();
            CREATE TRIGGER moved AFTER UPDATE ON duty FOR EACH ROW
              WHEN (NEW.kind <> 'run' AND (OLD.run, OLD.fence) IS DISTINCT FROM (NEW.run, NEW.fence)) EXECUTE FUNCTION book.held();
            INSERT INTO book.holder (kind, subject, run, name, fence)
              SELECT kind, subject, run, (SELECT name FROM member WHERE member.run = duty.run), fence FROM duty WHERE kind <> 'run';

            CREATE FUNCTION book.written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            DECLARE listing TEXT := coalesce(to_jsonb(NEW) ->> 'dataset', TG_TABLE_NAME);
            BEGIN
              IF NOT EXISTS (SELECT FROM public.duty WHERE kind = CASE listing WHEN 'tickets' THEN 'front' ELSE 'poll' END
                  AND subject = NEW.element AND 'vsatlink:' || run = current_setting('application_name')) THEN
                INSERT INTO book.stranger (session, relation, element)
                  VALUES (current_setting('application_name'), TG_TABLE_NAME, NEW.element);
              END IF;
              RETURN NULL;
            END $$;
            """;

    private DutyBook() {}

    /** A duty's holder from a moment on; the name is null if nobody has it. */
    record Holding(Instant at, String kind, String subject, String name) {}

    static void open(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(SCHEMA);
            for (String table : TABLES) {
                statement.execute("CREATE TRIGGER written AFTER INSERT OR UPDATE ON " + table
                        + " FOR EACH ROW EXECUTE FUNCTION book.written()");
            }
        }
    }

    /** In order. */
    static List<Holding> holdings(Connection admin) throws SQLException {
        List<Holding> holdings = new ArrayList<>();
        try (Statement statement = admin.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT at, kind, subject, name FROM book.holder ORDER BY number")) {
            while (result.next()) {
                holdings.add(new Holding(
                        result.getObject(1, Timestamp.class).toInstant(),
                        result.getString(2),
                        result.getString(3),
                        shortName(result.getString(4))));
            }
        }
        return holdings;
    }

    /** A member's name without its machine. */
    private static String shortName(String name) {
        return name == null ? null : name.substring(name.lastIndexOf('/') + 1);
    }

    /** What was written without the duty. */
    static List<String> strangers(Connection admin) throws SQLException {
        return texts(admin, "SELECT at || ' ' || session || ' ' || relation || ' ' || element FROM book.stranger");
    }

    static List<String> texts(Connection admin, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = admin.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }
}
