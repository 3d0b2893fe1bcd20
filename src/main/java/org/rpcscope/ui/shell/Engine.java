package org.rpcscope.ui.shell;

import java.util.List;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.cases.Imports;
import org.rpcscope.cases.Transcripts;
import org.rpcscope.job.JobRunner;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.rpc.OwnInterfaces;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;

/**
 * What the window works with. Built by {@code app}, which knows the readers.
 *
 * @param imports the inputs of the case
 * @param pools what their tables share
 * @param rules the rules that can be switched on
 * @param runner where long work runs
 * @param transcripts reads the packets of a session again
 * @param events the records that are no sessions
 * @param mappings what the analyst said of the columns of tables that nobody knows
 * @param own the names and the worth of interfaces, with what a file of the analyst's adds
 */
public record Engine(
        Imports imports,
        Pools pools,
        List<BundledRule> rules,
        JobRunner runner,
        Transcripts transcripts,
        CaseEvents events,
        SavedMappings mappings,
        OwnInterfaces own) {}
