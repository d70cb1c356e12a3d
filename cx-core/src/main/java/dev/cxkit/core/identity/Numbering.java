package dev.cxkit.core.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers things 0, 1, 2 and so on, equal ones alike. A table of plain numbers, which is much smaller than a map of boxed ones. */
final class Numbering<K> {

    static final int NONE = -1;

    private final List<K> keys = new ArrayList<>();

    /** Open addressing with linear probing, at most half full; its size is a power of two. */
    private int[] table = empty(64);

    private static int[] empty(int size) {
        int[] table = new int[size];
        Arrays.fill(table, NONE);
        return table;
    }

    /** Returns the number of the key, a new one if it has none yet. */
    int number(K key) {
        int slot = slot(key);
        if (table[slot] == NONE) {
            table[slot] = keys.size();
            keys.add(key);
            if (2 * keys.size() > table.length) {
                grow();
                return keys.size() - 1;
            }
        }
        return table[slot];
    }

    /** Returns the number of the key, or {@link #NONE}. */
    int find(K key) {
        return table[slot(key)];
    }

    K key(int number) {
        return keys.get(number);
    }

    int size() {
        return keys.size();
    }

    private int slot(K key) {
        int slot = home(key);
        while (table[slot] != NONE && !keys.get(table[slot]).equals(key)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private int home(K key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & (table.length - 1);
    }

    private void grow() {
        table = empty(2 * table.length);
        for (int i = 0; i < keys.size(); i++) {
            int slot = home(keys.get(i));
            while (table[slot] != NONE) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = i;
        }
    }
}
