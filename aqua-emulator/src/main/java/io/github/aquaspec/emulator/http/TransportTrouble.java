package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.emulator.scenario.Scenarios;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** Does to the bytes on the wire what a scenario says. */
final class TransportTrouble {

    private final Scenarios scenarios;

    TransportTrouble(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    Response apply(Scenario scenario, Response response, long cleared) {
        Body body = response.body();
        if (scenario instanceof Scenario.TruncateFile truncate) {
            return response.withBody(truncated(body, truncate));
        }
        if (scenario instanceof Scenario.OmitLength) {
            return response.withBody(body.changed(Body.UNKNOWN, body.content()));
        }
        if (scenario instanceof Scenario.WrongLength wrong && body.length() != Body.UNKNOWN) {
            long length = Math.max(0, body.length() + wrong.delta());
            return response.withBody(
                    body.changed(length, out -> body.content().writeTo(new LimitedStream(out, length))));
        }
        if (scenario instanceof Scenario.SlowBody slow) {
            return response.withBody(body.changed(
                    body.length(), out -> body.content().writeTo(new SlowStream(out, slow.bytesPerSecond()))));
        }
        if (scenario instanceof Scenario.StallBody stall) {
            return response.withBody(body.changed(
                    body.length(),
                    out -> body.content()
                            .writeTo(new StalledStream(out, stall.bytes(), () -> scenarios.awaitClear(cleared)))));
        }
        if (scenario instanceof Scenario.ChangeHeader change) {
            Response without = response.without(change.name());
            return change.value()
                    .map(value -> without.with(change.name(), value))
                    .orElse(without);
        }
        return response;
    }

    /** What is chunked anyway has no length to fall short of: the connection breaks. */
    private static Body truncated(Body body, Scenario.TruncateFile truncate) {
        if (truncate.chunked()) {
            return body.changed(Body.UNKNOWN, out -> body.content().writeTo(new LimitedStream(out, truncate.bytes())));
        }
        return body.changed(body.length(), out -> {
            body.content().writeTo(new LimitedStream(out, truncate.bytes()));
            if (body.length() == Body.UNKNOWN) {
                out.flush();
                throw new IOException("broken off by a scenario");
            }
        });
    }

    /** Lets so many bytes through in a second. */
    private static final class SlowStream extends FilterOutputStream {

        private static final int PIECES_PER_SECOND = 20;

        private final int bytesPerSecond;

        SlowStream(OutputStream out, int bytesPerSecond) {
            super(out);
            this.bytesPerSecond = bytesPerSecond;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int piece = Math.max(1, bytesPerSecond / PIECES_PER_SECOND);
            for (int done = 0; done < length; done += piece) {
                int next = Math.min(piece, length - done);
                out.write(bytes, from + done, next);
                out.flush();
                pause(TimeUnit.SECONDS.toNanos(1) * next / bytesPerSecond);
            }
        }

        private static void pause(long nanos) throws IOException {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                throw (InterruptedIOException) new InterruptedIOException("the emulator ends").initCause(e);
            }
        }
    }

    /** Lets so many bytes through, waits, and lets the rest through. */
    private static final class StalledStream extends FilterOutputStream {

        private final Routes.Hold hold;
        private long left;

        StalledStream(OutputStream out, long bytes, Routes.Hold hold) {
            super(out);
            this.hold = hold;
            this.left = bytes;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int first = (int) Math.min(Math.max(0, left), length);
            out.write(bytes, from, first);
            if (left >= 0 && left < length) {
                out.flush();
                hold.await();
                out.write(bytes, from + first, length - first);
                left = -1;
            } else if (left >= 0) {
                left -= length;
            } else {
                out.write(bytes, from, length);
            }
        }
    }
}
