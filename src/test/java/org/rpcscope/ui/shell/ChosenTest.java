package org.rpcscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.ui.shell.Chosen.By;

class ChosenTest {

    private static final List<Cidr> ONE = List.of(new Cidr(IpAddress.v4(10 << 24), 8));
    private static final List<Cidr> OTHER = List.of(new Cidr(IpAddress.v4(45 << 24), 8));

    private final Chosen chosen = new Chosen();

    private void assertChosen(By by, List<Cidr> networks) {
        assertEquals(
                new Chosen.Choice(by, PrefixSet.of(networks)), chosen.choice().get());
    }

    @Test
    void theLastChoiceHolds() {
        chosen.choose(By.TABLE, ONE);
        chosen.choose(By.MAP, OTHER);
        assertChosen(By.MAP, OTHER);
    }

    @Test
    void aViewClearsItsOwnChoiceAlone() {
        chosen.choose(By.MAP, ONE);
        chosen.choose(By.GRAPH, OTHER);
        chosen.choose(By.MAP, List.of());
        assertChosen(By.GRAPH, OTHER);
        chosen.choose(By.GRAPH, List.of());
        assertChosen(By.GRAPH, List.of());
    }

    @Test
    void whoSaysTheSameAgainTakesNothingFromAnother() {
        chosen.choose(By.TABLE, ONE);
        chosen.choose(By.MAP, OTHER);
        chosen.choose(By.TABLE, ONE);
        assertChosen(By.MAP, OTHER);
    }

    @Test
    void whoFollowsAnotherDoesNotBecomeTheOneWhoChose() {
        chosen.choose(By.LISTS, ONE);
        chosen.choose(By.MAP, ONE);
        assertChosen(By.LISTS, ONE);
    }
}
