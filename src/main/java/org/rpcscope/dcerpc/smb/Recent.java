package org.rpcscope.dcerpc.smb;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was used last, up to a number: the one least recently used makes room for a new one. */
final class Recent<K, V> {

    private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private final Consumer<V> dropped;

    /** @param dropped told of each value that had to make room */
    Recent(int most, Consumer<V> dropped) {
        this.most = most;
        this.dropped = dropped;
    }

    @Nullable
    V get(K key) {
        return entries.get(key);
    }

    void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > most) {
            Map.Entry<K, V> eldest = entries.pollFirstEntry();
            dropped.accept(eldest.getValue());
        }
    }

    @Nullable
    V remove(K key) {
        return entries.remove(key);
    }

    Collection<V> values() {
        return entries.values();
    }
}
