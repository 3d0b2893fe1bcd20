package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tier of a log record, rule by rule, as {@code cli.md} decides it. */
class ConnTierTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // 2: refused, before all that follows
                "REJ | - | Sr | 0 0 1 1 | blocked failure",
                "REJ | dce_rpc | Sr | 9 9 9 9 | blocked failure",
                "- | - | Sr | - - - - | blocked failure",
                // 3: unanswered, before DCE/RPC
                "S0 | - | S | - - 3 0 | attempt failure",
                "S0 | dce_rpc | S | 9 9 9 9 | attempt failure",
                "SH | - | SF | 0 0 2 0 | attempt failure",
                "RSTOS0 | - | SR | 0 0 2 0 | attempt failure",
                "- | - | S | - - - - | attempt failure",
                "- | dce_rpc | - | 10 0 2 0 | attempt failure",
                // 4: recognised by Zeek itself
                "SF | dce_rpc | ShADadFf | 10 20 5 5 | confirmed success",
                "OTH | gssapi,ntlm,dce_rpc | ^dDa | 0 0 0 0 | confirmed success",
                "SHR | dce_rpc,ntlm | ^hda | 0 20 0 5 | confirmed success",
                "SF | gssapi,dce_rpc,ntlm | ShADadFf | 10 20 5 5 | confirmed success",
                "SF | -dce_rpc | ShADadFf | 10 20 5 5 | established success",
                "SF | not_dce_rpc,dce_rpc2 | ShADadFf | 10 20 5 5 | established success",
                // 5: both ways, or a state where counters are absent
                "SF | - | ShADadFf | 10 20 5 5 | established success",
                "S1 | - | ShA | 0 0 2 1 | established success",
                "OTH | - | Cc | 10 20 - - | established success",
                "OTH | - | Cc | - - 5 5 | established success",
                "RSTRH | - | ^hdar | 10 20 5 5 | established success",
                "SF | - | - | - - - - | established success",
                "S1 | - | - | - - - - | established success",
                "S2 | - | - | - - - - | established success",
                "S3 | - | - | - - - - | established success",
                "RSTO | - | - | - - - - | established success",
                "RSTR | - | - | 10 - 5 - | established success",
                // a state alone does not outweigh counters that show one direction
                "SF | - | - | 10 0 - - | attempt unknown",
                "S1 | - | - | - - 5 0 | attempt unknown",
                "SF | - | - | 0 0 0 0 | attempt unknown",
                // 6: seen in part
                "OTH | - | C | 10 0 5 0 | attempt unknown",
                "OTH | - | - | - - - - | attempt unknown",
                "RSTRH | - | ^hr | 0 0 0 3 | attempt unknown",
                "SHR | - | ^hadf | 0 403 0 5 | attempt unknown",
                "NEW | - | - | - - - - | attempt unknown"
            })
    void theFirstReasonThatFitsCounts(String state, String service, String history, String counters, String expected) {
        String[] count = counters.split(" ", -1);
        String line = "1.0\tC1\t10.0.0.1\t1025\t192.0.2.1\t135\ttcp\t" + service + "\t-\t" + count[0] + "\t" + count[1]
                + "\t" + state + "\t" + history + "\t" + count[2] + "\t" + count[3] + "\n";
        String row = Logs.read(Logs.HEADER + line).rows().getFirst();
        String[] words = row.substring(row.indexOf("packets ") + 8).split(" ", -1);
        assertEquals(expected, words[0] + " " + words[1], row);
    }
}
