package org.rpcscope.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What Include, Exclude and Only make of a filter. */
class FilterEditTest {

    @Test
    void includeAndExcludeAddATermAndLeaveTheRest() {
        assertEquals("port:135", FilterEdit.include("", Field.PORT, "135"));
        assertEquals("a  b port:135", FilterEdit.include("a  b ", Field.PORT, "135"));
        assertEquals("port:135 -tier:attempt", FilterEdit.exclude("port:135", Field.TIER, "attempt"));
    }

    @Test
    void aTermThatIsThereIsNotAddedAgain() {
        assertEquals("TIER:Attempt x", FilterEdit.include("TIER:Attempt x", Field.TIER, "attempt"));
        assertEquals("not tier:attempt", FilterEdit.exclude("not tier:attempt", Field.TIER, "attempt"));
    }

    @Test
    void theOppositeTermIsTakenBack() {
        assertEquals("x tier:attempt", FilterEdit.include("-tier:attempt x", Field.TIER, "attempt"));
        assertEquals("x -tier:attempt", FilterEdit.exclude("x tier:attempt", Field.TIER, "attempt"));
    }

    @Test
    void alternativesAreHeldTogetherAndWhatIsOpenIsClosed() {
        assertEquals("(a or b) port:135", FilterEdit.include("a or b", Field.PORT, "135"));
        assertEquals("(a or b ) -port:135", FilterEdit.exclude("(a or b", Field.PORT, "135"));
        assertEquals("x (a or \"b c\" ) port:135", FilterEdit.include("x (a or \"b c", Field.PORT, "135"));
        assertEquals(
                "(tier:attempt or b) -tier:attempt", FilterEdit.exclude("tier:attempt or b", Field.TIER, "attempt"));
    }

    @Test
    void theWordThatJoinedATermGoesWithIt() {
        assertEquals("a and b", FilterEdit.without("a and b and ip:10.0.0.1", Field.ADDRESS));
        assertEquals("b", FilterEdit.without("ip:10.0.0.1 and b", Field.ADDRESS));
        assertEquals("a b", FilterEdit.without("a and ip:10.0.0.1 b", Field.ADDRESS));
    }

    @Test
    void aValueThatReadsAsAPatternIsMeantAsItStands() {
        assertEquals("user:\"a*b\"", FilterEdit.only(Field.USER, "a*b"));
        assertEquals("rule:\"rpc(zeek)\"", FilterEdit.only(Field.RULE, "rpc(zeek)"));
    }

    @Test
    void aValueIsToggledAmongItsLike() {
        assertEquals("tier:attempt", FilterEdit.toggle("", Field.TIER, "attempt"));
        assertEquals("tier:attempt,blocked x", FilterEdit.toggle("tier:attempt x", Field.TIER, "blocked"));
        assertEquals("tier:blocked x", FilterEdit.toggle("tier:Attempt,blocked x", Field.TIER, "attempt"));
        assertEquals("x", FilterEdit.toggle("x tier:attempt", Field.TIER, "attempt"));
        assertEquals("x tier:attempt", FilterEdit.toggle("-tier:attempt x", Field.TIER, "attempt"));
        assertEquals("(a or b) tier:attempt", FilterEdit.toggle("a or b", Field.TIER, "attempt"));
        assertEquals("user:\"a b\",c", FilterEdit.toggle("user:\"a b\"", Field.USER, "c"));
        assertEquals(java.util.Set.of("a b", "c"), FilterEdit.values("user:\"A b\" x user:c -user:d", Field.USER));
    }

    @Test
    void onlyDropsTheFilterBefore() {
        assertEquals("dst:2a0e:97c0::77", FilterEdit.only(Field.DESTINATION, "2a0e:97c0::77"));
    }

    @Test
    void aValueWithSpacesIsQuotedAndUnderstoodAgain() {
        String text = FilterEdit.exclude("rule:a", Field.USER, "LAB\\svc backup");
        assertEquals("rule:a -user:\"LAB\\svc backup\"", text);
        assertEquals(
                new Query.All(java.util.List.of(
                        new Query.Term(Field.RULE, java.util.List.of(ValueTests.Contains.of("a"))),
                        new Query.Not(new Query.Term(
                                Field.USER, java.util.List.of(ValueTests.Contains.of("lab\\svc backup")))))),
                Filter.parse(text).query());
    }

    @Test
    void aFieldIsReplacedAndTakenOutButWhatItExcludesStays() {
        String text = "port:135 ip:10.0.0.1 -ip:10.0.0.9 rule:\"a  b\" ip:10.0.0.2";
        assertEquals("port:135 -ip:10.0.0.9 rule:\"a  b\"", FilterEdit.without(text, Field.ADDRESS));
        assertEquals(
                "port:135 -ip:10.0.0.9 rule:\"a  b\" ip:10.7.7.7", FilterEdit.replace(text, Field.ADDRESS, "10.7.7.7"));
        assertEquals(" a  b", FilterEdit.without(" a  b", Field.ADDRESS));
    }

    @Test
    void aWordThatOpensDoesNotTakeWhatClosesTheAlternatives() {
        String once = FilterEdit.exclude("port:1 or x:(\"a b\"", Field.PORT, "7");
        assertEquals("(port:1 or x:(\"a b\" ) -port:7", once);
        assertEquals(once, FilterEdit.exclude(once, Field.PORT, "7"));
    }
}
