package org.rpcscope.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** What a view or controller listens to, so that it can let go of all of it at once. JavaFX thread only. */
public final class Subscriptions implements AutoCloseable {

    private final Deque<Subscription> held = new ArrayDeque<>();

    /** Calls the listener with each new value, and now with the present one. */
    public <T> void now(ObservableValue<T> value, Consumer<? super T> listener) {
        held.push(value.subscribe(listener::accept));
    }

    /** Calls the listener after each change. */
    public void changes(ObservableValue<?> value, Runnable listener) {
        held.push(value.subscribe((_, _) -> listener.run()));
    }

    /** Takes charge of something else that has to be undone. */
    public void add(Subscription subscription) {
        held.push(subscription);
    }

    @Override
    public void close() {
        while (!held.isEmpty()) {
            held.pop().unsubscribe();
        }
    }
}
