/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void everyOptionHasADefault() throws Exception {
        Options options = Options.parse();
        assertThat(options.circuits()).isEqualTo(5000);
        assertThat(options.seed()).isEqualTo(1);
        assertThat(options.tokenLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(options.portFile()).isEmpty();
        assertThat(options.etms().username()).isEqualTo("AutoVSATDataMiner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frequency 5|Unknown options: '--frequency', '5'",
                "--port|Missing required parameter for option '--port' (N)",
                "--port x|Invalid value for option '--port': 'x' is not an int",
                "--circuits 0|Invalid value for option '--circuits': must be a whole number from 1 to 100000000, not 0",
                "--ca-file x|Error: Missing required argument(s): --tls",
                "--tls --tls-certificate old|Invalid value for option '--tls-certificate': must be good, expired or wrong-host, not 'old'"
            })
    void complainsInOneSentence(String line, String sentence) {
        assertThatThrownBy(() -> Options.parse(line.split(" ", -1)))
                .isInstanceOf(Options.UsageException.class)
                .hasMessage(sentence);
    }

    @Test
    void theHelpListsEveryOption() {
        assertThat(Options.usage())
                .contains("--port=N", "--seed", "--circuits", "--username", "--password", "--token-lifetime")
                .contains("--max-page-size", "--port-file", "--exit-with-parent", "--help")
                .contains("--tls", "--tls-certificate", "--ca-file", "--latency", "--jitter", "--quota", "--churn")
                .contains("--quota-no-retry-after", "--prerender")
                .contains("--tickets", "--etms-service-account", "--etms-spike-arrest", "--etms-desk");
    }
}
