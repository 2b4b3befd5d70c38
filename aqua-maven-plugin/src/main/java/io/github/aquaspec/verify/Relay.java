package io.github.aquaspec.verify;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Passes a content on, piece by piece and in order. After the first pieces another thread takes them, where there is a core
 * for it: it counts, digests and writes while this one waits for the wire and inflates. To be used once.
 *
 * <p>What comes first is judged first, as if there were one thread: a fault in bytes that were read is told, and not what
 * went wrong when more were to be read.
 */
final class Relay {

    /** Takes bytes, which are its own until it returns. */
    interface Taker {
        void take(byte[] bytes, int length) throws IOException, CorruptFileException;
    }

    /** Looks at how many bytes have been read. */
    interface Check {
        void check(long bytes) throws CorruptFileException;
    }

    /** Few enough to be still at hand in the cache when the other core takes them, and worth the call. */
    static final int SIZE = 1 << 17;

    /** A small file is not worth a thread. */
    static final int TAKEN_AT_ONCE = 8;

    private static final int BUFFERS = 4;

    /** A buffer as far as it is filled; an empty one is the end. */
    private static final class Piece {
        private final byte[] bytes = new byte[SIZE];
        private int filled;
    }

    private final Content content;
    private final Taker taker;
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final BlockingQueue<Piece> empty = new ArrayBlockingQueue<>(BUFFERS);
    private Piece piece = new Piece();
    private long pieces;
    private Thread other;
    private volatile Throwable failure;

    Relay(Content content, Taker taker) {
        this.content = content;
        this.taker = taker;
    }

    /** Reads to the end. When this returns, or throws, nothing is taken any more. */
    void run(Check check) throws IOException, CorruptFileException {
        try {
            long bytes = 0;
            int read;
            while ((read = content.read(piece.bytes, piece.filled, SIZE - piece.filled)) >= 0) {
                piece.filled += read;
                bytes += read;
                if (piece.filled == SIZE) {
                    hand();
                }
                check.check(bytes);
            }
            handAll();
        } catch (CorruptFileException | IOException e) {
            handAll();
            throw e;
        } finally {
            stop();
        }
    }

    private void hand() throws IOException, CorruptFileException {
        if (other == null && (pieces++ < TAKEN_AT_ONCE || Runtime.getRuntime().availableProcessors() == 1)) {
            int length = piece.filled;
            piece.filled = 0;
            taker.take(piece.bytes, length);
            return;
        }
        try {
            if (other == null) {
                start();
            }
            full.put(piece);
            piece = empty.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        rethrow();
    }

    private void handAll() throws IOException, CorruptFileException {
        if (piece.filled > 0) {
            hand();
        }
        if (other != null) {
            try {
                full.put(piece);
                other.join();
            } catch (InterruptedException e) {
                throw interrupted();
            }
            rethrow();
        }
    }

    private void start() throws InterruptedException {
        for (int i = 1; i < BUFFERS; i++) {
            empty.put(new Piece());
        }
        other = new Thread(this::takeAll, "aqua-verify");
        other.setDaemon(true);
        other.start();
    }

    /** After a failure nothing is taken any more, and whoever hands on is not left waiting. */
    private void takeAll() {
        try {
            for (Piece next = full.take(); next.filled > 0; next = full.take()) {
                takeUnlessFailed(next);
                next.filled = 0;
                empty.put(next);
            }
        } catch (InterruptedException e) {
            // whoever waits for this thread knows
        }
    }

    private void takeUnlessFailed(Piece next) {
        if (failure == null) {
            try {
                taker.take(next.bytes, next.filled);
            } catch (IOException | CorruptFileException | RuntimeException | Error e) {
                failure = e;
            }
        }
    }

    private void rethrow() throws IOException, CorruptFileException {
        if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof CorruptFileException e) {
            throw e;
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
    }

    /** As a write of this thread would end. */
    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new ContentWriteException(new ClosedByInterruptException());
    }

    private void stop() {
        boolean interrupted = false;
        while (other != null && other.isAlive()) {
            other.interrupt();
            try {
                other.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
