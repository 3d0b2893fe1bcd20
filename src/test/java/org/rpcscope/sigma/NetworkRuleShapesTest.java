package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rpcscope.query.FieldNames;

/** A small rule of every shape that the network rules of the public collection have: their log source, fields and condition. */
class NetworkRuleShapesTest {

    private static final Path TABLE = Path.of("../shared/data/sigma/network_rules.tsv");

    private record Shape(String product, String category, String service, String fields, String condition) {

        static Shape of(String line) {
            String[] cells = line.split("\t", -1);
            return new Shape(cells[0], cells[1], cells[2], cells[7], cells[8]);
        }

        String rule() {
            StringBuilder yaml = new StringBuilder("title: shape\nlogsource:\n");
            attribute(yaml, "product", product);
            attribute(yaml, "category", category);
            attribute(yaml, "service", service);
            yaml.append("detection:\n");
            for (String name : names()) {
                yaml.append("    ").append(name).append(":\n");
                for (String field : fields.split(",")) {
                    yaml.append("        '")
                            .append(field)
                            .append("': ")
                            .append(value(field))
                            .append('\n');
                }
            }
            return yaml + "    condition: " + condition + "\n";
        }

        private static void attribute(StringBuilder yaml, String name, String value) {
            if (!value.equals("None")) {
                yaml.append("    ").append(name).append(": ").append(value).append('\n');
            }
        }

        /** The searches that the condition names, one for each pattern. */
        private Set<String> names() {
            Set<String> names = new LinkedHashSet<>();
            Arrays.stream(condition.replaceAll("[()]", " ").split("\\s+"))
                    .filter(word -> !Set.of("and", "or", "not", "of", "all", "1", "them")
                            .contains(word))
                    .forEach(word -> names.add(word.replace("*", "one")));
            return names;
        }

        private static String value(String field) {
            List<String> words = List.of(field.split("\\|", -1));
            if (words.contains("cidr")) {
                return "[10.0.0.0/8, 'fc00::/7']";
            }
            if (words.contains("exists")) {
                return "true";
            }
            if (words.stream().anyMatch(Set.of("gt", "gte", "lt", "lte")::contains)) {
                return "512";
            }
            return words.contains("all") ? "[one, two]" : "[a, 'b*c']";
        }
    }

    @Test
    void everyShapeIsRead() throws IOException {
        assumeTrue(Files.exists(TABLE));
        Set<String> rejected = new TreeSet<>();
        int read = 0;
        for (String line : Files.readAllLines(TABLE).stream().skip(1).toList()) {
            String yaml = Shape.of(line).rule();
            RuleFile file = new RuleReader(FieldNames.load(), Placeholders.NONE).read("shape.yml", yaml);
            read += file.rules().size();
            file.rejected().stream()
                    .flatMap(rule -> rule.faults().stream())
                    .map(fault -> fault.substring(fault.indexOf(": ") + 2))
                    .forEach(rejected::add);
        }
        assertFalse(read < 150, "only " + read + " were read: " + rejected);
        rejected.removeIf(fault -> fault.contains("placeholder"));
        assertEquals(Set.of(), rejected);
    }
}
