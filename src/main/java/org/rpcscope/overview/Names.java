package org.rpcscope.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives different words a number each, as they come. Any thread. */
final class Names {

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final List<String> words = new ArrayList<>();

    int number(String word) {
        Integer known = numbers.get(word);
        return known == null ? add(word) : known;
    }

    private synchronized int add(String word) {
        Integer known = numbers.get(word);
        if (known == null) {
            known = words.size();
            words.add(word);
            numbers.put(word, known);
        }
        return known;
    }

    /** The word of a number that was given. */
    synchronized String text(int number) {
        return words.get(number);
    }
}
