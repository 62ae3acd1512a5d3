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
                "--circuit 5|Unknown option --circuit; --help lists what there is.",
                "--port|Option --port needs a value.",
                "--port x|Option --port must be a whole number from 0 to 65535, not \"x\".",
                "--circuits 0|Option --circuits must be a whole number from 1 to 100000000, not \"0\".",
                "--ca-file x|Options --ca-file and --tls-certificate need --tls.",
                "--tls --tls-certificate old|Option --tls-certificate must be good, expired or wrong-host, not \"old\"."
            })
    void complainsInOneSentence(String line, String sentence) {
        assertThatThrownBy(() -> Options.parse(line.split(" ", -1)))
                .isInstanceOf(Options.UsageException.class)
                .hasMessage(sentence);
    }

    @Test
    void theHelpNamesEveryOption() {
        assertThat(Options.USAGE)
                .contains("--port N", "--seed", "--circuits", "--username", "--password", "--token-lifetime")
                .contains("--max-page-size", "--port-file", "--exit-with-parent", "--help")
                .contains("--tls", "--tls-certificate", "--ca-file", "--latency", "--jitter", "--quota", "--churn")
                .contains("--quota-no-retry-after", "--prerender")
                .contains(EtmsOptions.FLAGS)
                .contains(EtmsOptions.VALUES);
    }
}
