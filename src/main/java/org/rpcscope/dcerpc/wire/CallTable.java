package org.rpcscope.dcerpc.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The calls of an association that are not answered yet, by their numbers: several where calls are multiplexed (C706
 * 12.6.3.1, {@code PFC_CONC_MPX}). Beyond its bound the oldest is forgotten, for its answer may never have been captured.
 */
final class CallTable {

    private static final int MOST = 32;
    private static final int FEW = 2;

    /** Those in use, oldest first, then those to be used again. */
    private @Nullable Call[] calls = new Call[FEW];

    private int count;

    int count() {
        return count;
    }

    Call at(int index) {
        Call call = calls[index];
        if (call == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return call;
    }

    @Nullable
    Call find(int callId) {
        for (int i = 0; i < count; i++) {
            Call call = at(i);
            if (call.id == callId) {
                return call;
            }
        }
        return null;
    }

    /** A call begins; one of the same number that was never answered is over. */
    Call begin(int callId, @Nullable Context context, @Nullable Operation operation) {
        Call former = find(callId);
        if (former != null) {
            end(former);
        } else if (count == MOST) {
            end(at(0));
        }
        if (count == calls.length) {
            calls = Arrays.copyOf(calls, count * 2);
        }
        Call call = calls[count];
        if (call == null) {
            call = new Call();
            calls[count] = call;
        }
        count++;
        call.begin(callId, context, operation);
        return call;
    }

    /** A call is over. */
    void end(Call call) {
        for (int i = 0; i < count; i++) {
            if (calls[i] == call) {
                System.arraycopy(calls, i + 1, calls, i, count - i - 1);
                count--;
                calls[count] = call;
                call.begin(0, null, null);
                break;
            }
        }
        if (count == 0 && calls.length > FEW) {
            calls = Arrays.copyOf(calls, FEW);
        }
    }

    /** How many bytes are held of stubs that are not complete. */
    int pending() {
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            Gathering response = at(i).response;
            bytes += response == null ? 0 : response.capacity();
        }
        return bytes;
    }

    /** Forgets stubs that are not complete. Whether there were any. */
    boolean drop() {
        boolean some = false;
        for (int i = 0; i < count; i++) {
            some |= at(i).response != null;
            at(i).response = null;
        }
        return some;
    }
}
