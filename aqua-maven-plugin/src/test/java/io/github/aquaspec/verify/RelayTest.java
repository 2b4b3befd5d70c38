package io.github.aquaspec.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {

    private static final int OTHER_THREAD = Relay.SIZE * (Relay.TAKEN_AT_ONCE + 20);
    private static final Relay.Check NOTHING = bytes -> {};

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                Relay.SIZE - 1,
                Relay.SIZE,
                Relay.SIZE + 1,
                Relay.SIZE * Relay.TAKEN_AT_ONCE,
                Relay.SIZE * Relay.TAKEN_AT_ONCE + 1,
                OTHER_THREAD,
                OTHER_THREAD + 7
            })
    void passesEachByteOnce_andInOrder(int length) throws Exception {
        byte[] bytes = bytes(length);
        ByteArrayOutputStream taken = new ByteArrayOutputStream();

        new Relay(new Some(bytes, 10_007), (piece, count) -> taken.write(piece, 0, count)).run(NOTHING);

        assertThat(Arrays.equals(taken.toByteArray(), bytes)).isTrue();
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one core has no second thread");
        Thread[] taker = new Thread[1];

        new Relay(new Some(bytes(OTHER_THREAD), 9_999), (piece, count) -> taker[0] = Thread.currentThread())
                .run(NOTHING);

        assertThat(taker[0]).isNotSameAs(Thread.currentThread());
        assertThat(taker[0].isAlive()).isFalse();
    }

    @Test
    void asksAfterEachPiece_andEndsWhereThatIsRefused() {
        long[] taken = new long[1];
        CorruptFileException tooMuch = new CorruptFileException(new Fault.Empty());

        assertThatThrownBy(() -> new Relay(new Some(bytes(OTHER_THREAD), 9_999), (piece, count) -> taken[0] += count)
                        .run(bytes -> {
                            if (bytes > OTHER_THREAD - 20_000) {
                                throw tooMuch;
                            }
                        }))
                .isSameAs(tooMuch);

        assertThat(taken[0]).isBetween(OTHER_THREAD - 20_000L, OTHER_THREAD - 1L);
    }

    @Test
    void takesNothingMore_onceTheTakerHasFailed() {
        IOException full = new IOException("no space");
        int[] takes = new int[1];

        assertThatThrownBy(() -> new Relay(new Some(bytes(OTHER_THREAD), 1 << 20), (piece, count) -> {
                            if (++takes[0] > Relay.TAKEN_AT_ONCE + 2) {
                                throw full;
                            }
                        })
                        .run(NOTHING))
                .isSameAs(full);

        assertThat(takes[0]).isEqualTo(Relay.TAKEN_AT_ONCE + 3);
    }

    @Test
    void tellsOfAFaultInWhatWasRead_ratherThanOfWhatWentWrongBehindIt() {
        CorruptFileException fault = new CorruptFileException(new Fault.Empty());
        Some cut = new Some(bytes(OTHER_THREAD), 10_007).failingAtTheEndWith(new IOException("connection reset"));
        byte last = bytes(OTHER_THREAD)[OTHER_THREAD - 1];

        assertThatThrownBy(() -> new Relay(cut, (piece, count) -> {
                            if (count < Relay.SIZE && piece[count - 1] == last) {
                                throw fault;
                            }
                        })
                        .run(NOTHING))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
        Some cutInAPiece =
                new Some(bytes(OTHER_THREAD + 3), 10_007).failingAtTheEndWith(new IOException("connection reset"));
        assertThatThrownBy(() -> new Relay(cutInAPiece, (piece, count) -> {
                            if (count < Relay.SIZE) {
                                throw fault;
                            }
                        })
                        .run(NOTHING))
                .isSameAs(fault);
    }

    @Test
    void endsAsAWriteWould_whenItIsInterruptedWhileTheOtherIsSlow() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one core has no second thread");
        CountDownLatch taking = new CountDownLatch(1);
        Thread[] taker = new Thread[1];
        Throwable[] thrown = new Throwable[1];
        Relay relay = new Relay(new Some(bytes(OTHER_THREAD), 1 << 20), (piece, count) -> {
            if (Thread.currentThread().getName().equals("aqua-verify")) {
                taker[0] = Thread.currentThread();
                taking.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new ClosedByInterruptException();
                }
            }
        });
        Thread reader = new Thread(() -> {
            try {
                relay.run(NOTHING);
            } catch (IOException | CorruptFileException e) {
                thrown[0] = Thread.currentThread().isInterrupted() ? e : null;
            }
        });
        reader.start();
        taking.await();

        reader.interrupt();
        reader.join();

        assertThat(thrown[0]).hasRootCauseInstanceOf(ClosedByInterruptException.class);
        assertThat(taker[0].isAlive()).isFalse();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** A content that comes a little at a time. */
    private static final class Some implements Content {

        private final byte[] bytes;
        private final int most;
        private IOException end;
        private int at;

        Some(byte[] bytes, int most) {
            this.bytes = bytes;
            this.most = most;
        }

        Some failingAtTheEndWith(IOException failure) {
            end = failure;
            return this;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (at == bytes.length) {
                if (end != null) {
                    throw end;
                }
                return -1;
            }
            int read = Math.min(Math.min(most, length), bytes.length - at);
            System.arraycopy(bytes, at, into, from, read);
            at += read;
            return read;
        }

        @Override
        public long consumed() {
            return at;
        }
    }
}
