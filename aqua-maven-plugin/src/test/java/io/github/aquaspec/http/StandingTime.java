package io.github.aquaspec.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands until a test moves it. */
public final class StandingTime implements Ticker {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanos() {
        return nanos.get();
    }

    public void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
