/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.parameters.CfgTemplate;
import io.vsatlink.parameters.Values;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgreSqlConfigTest {

    @Test
    void theShippedFileContainsEverySettingWithItsDefault() {
        String expected = CfgTemplate.of(PostgreSqlComponent.CATALOG, "Connections to PostgreSQL for the store.");
        assertThat(CfgTemplate.shipped("io.vsatlink.postgresql.cfg", expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/vsatlink",
                "jdbc:postgresql://db-1.example:5432,db-2.example:5433/vsatlink?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/vsatlink",
                "jdbc:postgresql://password.example/passwords?sslmode=verify-full&sslrootcert=/etc/ca.pem",
            })
    void acceptsTheUrlOfADatabase(String url) {
        Values values = judged(url);
        assertThat(values.problems()).isEmpty();
        assertThat(values.text("databaseUrl")).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mysql://db.example/vsatlink | it does not begin with jdbc:postgresql://",
                "jdbc:postgresql://db.example:port/vsatlink | the driver of PostgreSQL cannot read it",
                "postgresql://db.example/vsatlink | allowed is a JDBC URL like",
                "jdbc:postgresql:vsatlink | allowed is a JDBC URL like",
                "jdbc:postgresql://db.example/vsatlink?password=planted | the password has a setting of its own",
                "jdbc:postgresql://db.example/vsatlink?ssl=true&PASSWORD=planted | the password has a setting of its own",
                "jdbc:postgresql://db.example/vsatlink?sslpassword=planted | the password has a setting of its own",
                "jdbc:postgresql://db.example/vsatlink;password=planted | the password has a setting of its own",
                "jdbc:postgresql://db.example/vsatlink password=planted | the password has a setting of its own",
                "jdbc:postgresql://noc:planted@db.example/vsatlink | the password has a setting of its own",
                "jdbc:postgresql://noc:pla?nted@db.example/vsatlink | allowed is a JDBC URL like",
                "jdbc:postgresql:password=planted | allowed is a JDBC URL like",
            })
    void refusesAnyOtherUrlInOneSentenceAndShowsNoPassword(String url, String why) {
        Values values = judged(url);
        assertThat(values.get("databaseUrl")).isEmpty();
        assertThat(values.problems())
                .singleElement()
                .asString()
                .startsWith("databaseUrl: ")
                .contains(why)
                .doesNotContain("planted", "nted@", "\n");
        assertThat(PoolSettings.of(values)).isEmpty();
    }

    @Test
    void aPoolHasTwoTo100Connections() {
        assertThat(PoolSettings.of(judged("")).orElseThrow().size()).isEqualTo(12);
        for (String size : new String[] {"1", "101", "many"}) {
            assertThat(PostgreSqlComponent.CATALOG
                            .judge(Map.of("poolSize", size), Values.none())
                            .problems())
                    .singleElement()
                    .asString()
                    .endsWith("allowed is a whole number from 2 to 100");
        }
    }

    @Test
    void noTextOfTheSettingsContainsThePassword() {
        assertThat(new PoolSettings("jdbc:postgresql://db.example/v", "noc", "planted", 12).toString())
                .contains("db.example", "noc")
                .doesNotContain("planted");
    }

    private static Values judged(String url) {
        return PostgreSqlComponent.CATALOG.judge(Map.of("databaseUrl", url), Values.none());
    }
}
