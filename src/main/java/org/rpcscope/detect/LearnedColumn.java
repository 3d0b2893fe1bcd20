package org.rpcscope.detect;

import java.util.List;
import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;

/**
 * The field {@link org.rpcscope.query.FieldNames#LEARNED_FROM} of one table's rows, as the last step of the {@link Linker}
 * left it.
 *
 * @param communityIds by the ids of announcers
 */
record LearnedColumn(TableLinks links, List<String> communityIds) implements Column.Distinct {

    @Override
    public void fill(int from, int count, int[] ids) {
        links.fill(from, count, ids);
    }

    @Override
    public boolean test(int id, ValueTest test) {
        return id == 0 ? test.absent() : test.text(communityIds.get(id));
    }
}
