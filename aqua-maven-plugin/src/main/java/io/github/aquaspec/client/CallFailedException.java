package io.github.aquaspec.client;

/** An operation came to nothing; the failure says why. */
public final class CallFailedException extends Exception {

    private final transient CallFailure failure;

    public CallFailedException(CallFailure failure) {
        super(failure.action() + ": " + failure.message());
        this.failure = failure;
    }

    public CallFailure failure() {
        return failure;
    }
}
