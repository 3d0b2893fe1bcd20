package org.rpcscope.net;

/**
 * Addresses from {@code first} to {@code last}, both included, in the unsigned order of {@link IpAddress}.
 *
 * @param first the lowest address
 * @param last the highest, not below the first
 */
public record Range(IpAddress first, IpAddress last) {
    /** Refuses a range that ends before it starts. */
    public Range {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("the range ends before it starts: " + first + " to " + last);
        }
    }

    /** Whether the address lies in this range. */
    public boolean contains(IpAddress address) {
        return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }
}
