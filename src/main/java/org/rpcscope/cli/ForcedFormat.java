package org.rpcscope.cli;

import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.session.ObservationTable;

/** A format that claims whatever it is given, for {@code --input-format}. */
record ForcedFormat(InputFormat<ObservationTable> format) implements InputFormat<ObservationTable> {

    @Override
    public String name() {
        return format.name();
    }

    @Override
    public int likelihood(Head head) {
        return 100;
    }

    @Override
    public void read(ByteSource source, ObservationTable target, Reading reading) {
        format.read(source, target, reading);
    }
}
