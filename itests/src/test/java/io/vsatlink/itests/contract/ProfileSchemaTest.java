package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published schema of the vocabulary: a third party's validator holds it to the profiles and to our reader's mistakes. */
class ProfileSchemaTest {
    private static final Path FILE = Path.of("../docs/api/vendor-profile.schema.json");
    private static final Path OTHERS = Path.of("src/test/resources/io/vsatlink/itests/apis");
    private static final Path OF_THE_READER = Path.of("../bundles/remote-api/src/test/resources");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    @Test
    void theSchemaIsOne() throws Exception {
        JsonSchema schemas = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertEquals(Set.of(), schemas.validate(read(FILE)));
    }

    @Test
    void theProfilesThatComeWithUsAreValid() throws Exception {
        List<Path> profiles = new ArrayList<>();
        for (Path each : files(Path.of("../bundles"), "/src/main/resources/")) {
            if (Files.readString(each).contains("\"vocabulary\"")) {
                profiles.add(each);
            }
        }
        assertFalse(profiles.isEmpty());
        assertValid(profiles);
    }

    @Test
    void theOtherVendorsProfilesAreValid() throws Exception {
        List<Path> profiles = files(OTHERS, "");
        assertEquals(6, profiles.size());
        assertValid(profiles);
    }

    /** Our reader refuses each of them too: its own test goes through the same table. */
    @Test
    void aMistakeOfTheVocabularyIsRefusedAsOurReaderDoes() throws Exception {
        String right = Files.readString(OF_THE_READER.resolve("vendor.json"));
        assertEquals(Set.of(), schema().validate(JSON.readTree(right)));
        int tried = 0;
        for (String line : Files.readAllLines(OF_THE_READER.resolve("mistakes.txt"))) {
            String[] cells = line.split(" ?\\| ?", -1);
            if (!line.startsWith("#") && cells[3].equals("schema")) {
                JsonNode wrong = JSON.readTree(right.replace(cells[0], cells[1]));
                assertFalse(schema().validate(wrong).isEmpty(), line);
                tried++;
            }
        }
        assertTrue(tried > 20, tried + " mistakes");
    }

    private static void assertValid(List<Path> profiles) throws IOException {
        for (Path each : profiles) {
            assertEquals(Set.of(), schema().validate(read(each)), each.toString());
        }
    }

    private static List<Path> files(Path root, String place) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().contains(place))
                    .filter(file -> file.toString().endsWith(".json"))
                    .toList();
        }
    }

    private static JsonSchema schema() throws IOException {
        return FACTORY.getSchema(read(FILE));
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }
}
