package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.Map;

/** Turns a failed call into a finding that says what to do. */
final class CallTrouble {

    private record Told(Code code, Retry retry, String what, String fix) {}

    private static final Map<CallFailure.Kind, Told> TOLD = Map.ofEntries(
            Map.entry(
                    CallFailure.Kind.UNREACHABLE,
                    new Told(
                            TargetCode.UNREACHABLE,
                            Retry.LATER,
                            "no connection",
                            "check the network, the proxy, and -Daqua.environment or -Daqua.endpoint")),
            Map.entry(
                    CallFailure.Kind.UNTRUSTED,
                    new Told(
                            TargetCode.UNTRUSTED,
                            Retry.NEVER,
                            "the host's certificate is not trusted",
                            "add the issuer to Java's trust store (-Djavax.net.ssl.trustStore=…), or correct the"
                                    + " host")),
            Map.entry(
                    CallFailure.Kind.BROKEN,
                    new Told(TransferCode.BROKEN, Retry.NOW, "the transfer broke off", "run again")),
            Map.entry(
                    CallFailure.Kind.REDIRECTED,
                    new Told(
                            TargetCode.REDIRECTED,
                            Retry.NEVER,
                            "the host sends us somewhere else",
                            "where the other host is Zuora's REST one, name it with -Daqua.endpoint or"
                                    + " -Daqua.environment; a login page means that the base URL is not a REST one")),
            Map.entry(
                    CallFailure.Kind.PROXY_REFUSED,
                    new Told(
                            TargetCode.PROXY_REFUSED,
                            Retry.NEVER,
                            "a proxy asks who we are",
                            "name its user in the <proxy> of settings.xml, or to Java by -Dhttps.proxyUser=… and"
                                    + " -Dhttps.proxyPassword=…; or have the host let through")),
            Map.entry(
                    CallFailure.Kind.CONFLICT,
                    new Told(
                            ServerCode.STILL_SUBMITTING,
                            Retry.LATER,
                            "the same submission is still being dealt with",
                            "run again in some minutes")),
            Map.entry(
                    CallFailure.Kind.MISUSED_KEY,
                    new Told(
                            ServerCode.MISUSED_KEY,
                            Retry.NEVER,
                            "its idempotency key was used for something else",
                            "report it with the request id")),
            Map.entry(
                    CallFailure.Kind.UNAUTHORIZED,
                    new Told(
                            TargetCode.WRONG_CREDENTIALS,
                            Retry.NEVER,
                            "the credentials are not accepted",
                            "check the id and the secret, and that they belong to this environment")),
            Map.entry(
                    CallFailure.Kind.FORBIDDEN,
                    new Told(
                            ServerCode.FORBIDDEN,
                            Retry.NEVER,
                            "not permitted",
                            "give the user behind these credentials access to the API and to the objects of the queries")),
            Map.entry(
                    CallFailure.Kind.TOO_LARGE,
                    new Told(
                            TransferCode.TOO_LARGE_AT_SOURCE,
                            Retry.NEVER,
                            "the file is over 2,047 MB",
                            "select fewer columns or records, for instance with a bound on UpdatedDate")),
            Map.entry(
                    CallFailure.Kind.NOT_FOUND,
                    new Told(
                            ServerCode.JOB_UNKNOWN,
                            Retry.NEVER,
                            "the server does not know it",
                            "check the base URL, and its path; jobs live 180 days")),
            Map.entry(
                    CallFailure.Kind.THROTTLED,
                    new Told(ServerCode.THROTTLED, Retry.LATER, "too many requests", "run again later")),
            Map.entry(
                    CallFailure.Kind.SERVER_TROUBLE,
                    new Told(ServerCode.SERVER_TROUBLE, Retry.LATER, "the server is in trouble", "run again later")),
            Map.entry(
                    CallFailure.Kind.REFUSED,
                    new Told(
                            ServerCode.REFUSED,
                            Retry.NEVER,
                            "the server says no",
                            "act on what it says; where it says nothing, give Zuora Support the request id")),
            Map.entry(
                    CallFailure.Kind.REJECTED,
                    new Told(
                            ServerCode.REFUSED,
                            Retry.NEVER,
                            "Zuora says no",
                            "act on what it says; where it says nothing, give Zuora Support the request id")),
            Map.entry(
                    CallFailure.Kind.MALFORMED,
                    new Told(
                            ServerCode.MALFORMED,
                            Retry.NEVER,
                            "Zuora cannot read the request",
                            "compare it with mvn aqua:plan; report it with the request id where it looks right")),
            Map.entry(
                    CallFailure.Kind.NOT_AQUA,
                    new Told(
                            ServerCode.NOT_AQUA,
                            Retry.NEVER,
                            "the answer is not AQuA's",
                            "check that the base URL is a REST one, such as https://rest.zuora.com, and what proxy"
                                    + " stands between")));

    private static final Map<CallFailure.Kind, Told> TOLD_OF_FILES = Map.of(
            CallFailure.Kind.FORBIDDEN,
            new Told(
                    ServerCode.FORBIDDEN,
                    Retry.NEVER,
                    "not permitted",
                    "give the API user the reporting permission \"Enable DataSource Exports\", and access to the"
                            + " object"),
            CallFailure.Kind.NOT_FOUND,
            new Told(TransferCode.FILE_GONE, Retry.NOW, "it is not there", "run again; a new job writes new files"));

    private static final Told LOST = new Told(
            ServerCode.ANSWER_LOST,
            Retry.LATER,
            "no answer came",
            "run again: the same request goes out under the same key, and finds the job where there is one");

    private CallTrouble() {}

    /** The submission of a job failed, or the token that it needs. */
    static JobFailedException ofSubmission(CallFailure failure) {
        boolean lost = failure.kind() == CallFailure.Kind.BROKEN && failure.outcome() == CallFailure.Outcome.UNKNOWN;
        Told told = lost ? LOST : TOLD.get(failure.kind());
        return new JobFailedException(diagnostic(failure, told), told.retry());
    }

    static Diagnostic diagnostic(CallFailure failure) {
        return diagnostic(failure, TOLD.get(failure.kind()));
    }

    /** The trouble in few words. */
    static String words(CallFailure failure) {
        return TOLD.get(failure.kind()).what() + ": " + failure.message();
    }

    /** The download of a query's result failed. */
    static JobFailedException ofFile(CallFailure failure, JobPlan plan, int query) {
        Told told = TOLD_OF_FILES.getOrDefault(failure.kind(), TOLD.get(failure.kind()));
        Diagnostic diagnostic = diagnostic(failure, told)
                .at(plan.places().value(FieldInQuery.query(query)), "the result of this query");
        JobFailedException failed = new JobFailedException(diagnostic, told.retry());
        boolean ofTheJob = failure.kind() == CallFailure.Kind.NOT_FOUND || failure.kind() == CallFailure.Kind.TOO_LARGE;
        return ofTheJob ? failed.ofTheJob() : failed;
    }

    private static Diagnostic diagnostic(CallFailure failure, Told told) {
        StringBuilder message = new StringBuilder("could not " + failure.action() + ": " + told.what());
        failure.status()
                .ifPresent(status -> message.append(" (HTTP ").append(status).append(')'));
        String said = "The answer was: " + failure.message()
                + failure.code().map(c -> " [" + c + "]").orElse("")
                + failure.requestId().map(r -> "; request id " + r).orElse("")
                + failure.retryAfter().map(CallTrouble::asked).orElse("");
        return Diagnostic.of(told.code(), message.toString())
                .why(told.code().why() + " " + said)
                .fix(told.fix());
    }

    /** Whether the same question may be answered later: nothing is wrong with it, nor with who asks. */
    static boolean mayPass(CallFailure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, BROKEN, THROTTLED, SERVER_TROUBLE -> true;
            default -> false;
        };
    }

    private static String asked(Duration wait) {
        return ". The server asks to be left alone for "
                + (wait.toMinutes() < 2
                        ? wait.toSeconds() + " s"
                        : wait.toHours() < 2 ? wait.toMinutes() + " minutes" : wait.toHours() + " hours");
    }

    static Retry retry(CallFailure failure) {
        return TOLD.get(failure.kind()).retry();
    }
}
