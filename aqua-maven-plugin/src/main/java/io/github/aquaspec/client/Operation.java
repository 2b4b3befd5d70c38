package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import java.io.IOException;
import java.net.URI;

/** One thing that can be asked of AQuA: how it is asked, and how a good answer is read. */
interface Operation<T> {

    /** What is done, for messages: a verb and its object. */
    String action();

    /** The request, without credentials. */
    HttpCall call(URI base);

    /** Whether asking twice is the same as asking once. */
    boolean isRepeatable();

    /** Whether it goes without a word of who we are. */
    default boolean isAnonymous() {
        return false;
    }

    /** Whether, when a body breaks off, nobody has kept its beginning: then it is simply asked for again. */
    default boolean forgetsBrokenBodies() {
        return true;
    }

    /**
     * Reads an answer with a 2xx status.
     *
     * @throws CallFailedException when the body says no
     * @throws IOException when the body breaks off, or cannot be stored
     */
    T read(HttpAnswer answer) throws IOException, CallFailedException;

    /**
     * Reads an answer with another status: most often a failure.
     *
     * @throws CallFailedException what the answer means
     * @throws IOException when the body breaks off
     */
    default T readRefusal(HttpAnswer answer) throws IOException, CallFailedException {
        throw Answers.refusal(action(), answer);
    }
}
