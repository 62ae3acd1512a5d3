package io.vsatlink.itests.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Await;
import io.vsatlink.itests.felix.Bean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.Test;

/**
 * What a page of 200 000 circuits costs: the API's answer, over HTTP and as JSON, beside the query that one would write by
 * hand, on a copy of the same database in another process. Both are warm, and take turns.
 */
public class PageCostCampaign {
    private static final int CIRCUITS = Integer.getInteger("circuits", 200_000);
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 15;
    private static final int PAGES = 300;

    /** A page as the API is asked for it, and as SQL. */
    private record Query(String name, String parameters, String condition, String order) {
        String sql() {
            return "SELECT * FROM circuits_current WHERE element = 'uat'"
                    + (condition.isEmpty() ? "" : " AND " + condition) + " ORDER BY " + order
                    + ", circuit_id FETCH FIRST 50 ROWS ONLY";
        }
    }

    private static final List<Query> QUERIES = List.of(
            new Query(
                    "filtered, by alias",
                    "filter.status=inactive&sort=circuitAlias",
                    "LOWER(status) LIKE '%inactive%'",
                    "circuit_alias"),
            new Query(
                    "two filters, newest first",
                    "filter.nms=pulse&filter.countryCode=us&sort=lastModified&descending=true",
                    "LOWER(nms) LIKE '%pulse%' AND LOWER(country_code) LIKE '%us%'",
                    "last_modified DESC"),
            new Query("searched, by alias", "search=dialog&sort=circuitAlias", anywhere("dialog"), "circuit_alias"),
            new Query("all, by alias", "sort=circuitAlias", "", "circuit_alias"));

    private static String anywhere(String text) {
        return Dataset.CIRCUITS.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT)
                .map(PageCostCampaign::sqlName)
                .map(column -> "LOWER(" + column + ") LIKE '%" + text + "%'")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String sqlName(Column column) {
        return column.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Test
    public void aPageCostsThreeTimesItsQueryAtTheMostAndTheHeapStaysFlat() throws Exception {
        try (ConsoleScene scene = new ConsoleScene(
                "cost",
                CIRCUITS,
                "apiPassword = secret\n" + ConsoleScene.allDisabled() + "circuits.itemsPerPage = 10000\n")) {
            scene.start();
            scene.bean("type=Satprov,name=uat,dataset=Circuits").call("poll");
            Bean circuits = scene.bean("type=Satprov,name=uat,dataset=Circuits");
            Await.until(Duration.ofMinutes(15), "polled", () -> circuits.text("Status")
                    .equals("Succeeded"));
            scene.restartWith(() -> copy(scene.karaf().home()));
            try (Connection connection = opened(scene.karaf().home().resolve("copy"))) {
                compare(scene, connection);
            }
            turnPages(scene);
        }
    }

    private static void compare(ConsoleScene scene, Connection connection) throws Exception {
        ApiClient api = ApiClient.of(scene, ConsoleScene.VIEWER);
        MBeanServerConnection server = scene.bean("type=Store").server();
        OperatingSystemMXBean system = ManagementFactory.newPlatformMXBeanProxy(
                server, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
        var threads = ManagementFactory.getThreadMXBean();
        List<String> tooMuch = new ArrayList<>();
        for (Query query : QUERIES) {
            double[] ours = new double[ROUNDS];
            double[] sql = new double[ROUNDS];
            double[] wall = new double[ROUNDS];
            String path = "rows?element=uat&dataset=circuits&limit=50&" + query.parameters();
            assertEquals(query.name(), keys(connection, query.sql()), keys(api.json(path)));
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                long before = system.getProcessCpuTime();
                long began = System.nanoTime();
                api.json(path);
                double took = (System.nanoTime() - began) / 1e6;
                double cpu = (system.getProcessCpuTime() - before) / 1e6;
                long own = threads.getCurrentThreadCpuTime();
                keys(connection, query.sql());
                double plain = (threads.getCurrentThreadCpuTime() - own) / 1e6;
                if (round >= 0) {
                    ours[round] = cpu;
                    sql[round] = plain;
                    wall[round] = took;
                }
            }
            double ratio = median(ours) / median(sql);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s our CPU %7.1f ms, SQL's %7.1f ms, ratio %.2f; answered within %.0f ms%n",
                    query.name(),
                    median(ours),
                    median(sql),
                    ratio,
                    median(wall));
            if (ratio > 3) {
                tooMuch.add(query.name() + " " + ratio);
            }
        }
        assertEquals(List.of(), tooMuch);
    }

    /** From page to page, sorted by a column without an index: what stays in the heap is as it was. */
    private static void turnPages(ConsoleScene scene) throws Exception {
        ApiClient api = ApiClient.of(scene, ConsoleScene.VIEWER);
        MBeanServerConnection server = scene.bean("type=Store").server();
        String path = "rows?element=uat&dataset=circuits&limit=250&sort=circuitAlias";
        JsonNode page = api.json(path);
        long before = live(server);
        for (int i = 0; i < PAGES && page.get("rows").size() > 0; i++) {
            JsonNode last = page.get("rows").get(page.get("rows").size() - 1);
            page = api.json(path + "&afterKey=" + encoded(last.get("key"))
                    + (last.get("values").get(2).isNull()
                            ? ""
                            : "&afterValue=" + encoded(last.get("values").get(2))));
        }
        long after = live(server);
        System.out.printf(
                Locale.ROOT, "heap alive before %.1f MB, after %d pages %.1f MB%n", before / 1e6, PAGES, after / 1e6);
        assertTrue(before + " " + after, after - before < 8_000_000);
    }

    private static String encoded(JsonNode text) {
        return URLEncoder.encode(text.asText(), StandardCharsets.UTF_8);
    }

    private static long live(MBeanServerConnection server) throws IOException {
        ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class).gc();
        return ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
                .filter(pool -> pool.getName().endsWith("Old Gen"))
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<String> keys(JsonNode page) {
        List<String> keys = new ArrayList<>();
        page.get("rows").forEach(row -> keys.add(row.get("key").asText()));
        return keys;
    }

    /** Reads all of each row, as who shows it has to. */
    private static List<String> keys(Connection connection, String sql) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int i = 1; i <= columns; i++) {
                    result.getString(i);
                }
                keys.add(result.getString("circuit_id"));
            }
        }
        return keys;
    }

    private static void copy(Path home) throws IOException {
        Path database = home.resolve("data/vsatlink/db");
        try (Stream<Path> files = Files.walk(database)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        home.resolve("copy").resolve(database.relativize(file).toString()));
            }
        }
    }

    private static Connection opened(Path folder) throws SQLException {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(folder.toString());
        return source.getConnection();
    }
}
