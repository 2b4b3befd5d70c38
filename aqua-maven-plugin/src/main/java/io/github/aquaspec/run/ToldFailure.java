package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.spec.diagnostic.Code;

/**
 * What is told of a call that failed.
 *
 * @param code of the finding
 * @param retry whether the run is worth repeating
 * @param what happened, in few words
 * @param fix what to do
 */
record ToldFailure(Code code, Retry retry, String what, String fix) {

    /** A submission whose answer never came. */
    static final ToldFailure LOST = new ToldFailure(
            ServerCode.ANSWER_LOST,
            Retry.LATER,
            "no answer came",
            "run again: the same request goes out under the same key, and finds the job where there is one");

    /** Of any call. */
    static ToldFailure of(CallFailure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE ->
                new ToldFailure(
                        TargetCode.UNREACHABLE,
                        Retry.LATER,
                        "no connection",
                        "check the network, the proxy, and -Daqua.environment or -Daqua.endpoint");
            case UNTRUSTED ->
                new ToldFailure(
                        TargetCode.UNTRUSTED,
                        Retry.NEVER,
                        "the host's certificate is not trusted",
                        "add the issuer to Java's trust store (-Djavax.net.ssl.trustStore=…), or correct the"
                                + " host");
            case BROKEN -> new ToldFailure(TransferCode.BROKEN, Retry.NOW, "the transfer broke off", "run again");
            case REDIRECTED ->
                new ToldFailure(
                        TargetCode.REDIRECTED,
                        Retry.NEVER,
                        "the host sends us somewhere else",
                        "where the other host is Zuora's REST one, name it with -Daqua.endpoint or"
                                + " -Daqua.environment; a login page means that the base URL is not a REST one");
            case PROXY_REFUSED ->
                new ToldFailure(
                        TargetCode.PROXY_REFUSED,
                        Retry.NEVER,
                        "a proxy asks who we are",
                        "name its user in the <proxy> of settings.xml, or to Java by -Dhttps.proxyUser=… and"
                                + " -Dhttps.proxyPassword=…; or have the host let through");
            case CONFLICT ->
                new ToldFailure(
                        ServerCode.STILL_SUBMITTING,
                        Retry.LATER,
                        "the same submission is still being dealt with",
                        "run again in some minutes");
            case MISUSED_KEY ->
                new ToldFailure(
                        ServerCode.MISUSED_KEY,
                        Retry.NEVER,
                        "its idempotency key was used for something else",
                        "report it with the request id");
            case UNAUTHORIZED ->
                new ToldFailure(
                        TargetCode.WRONG_CREDENTIALS,
                        Retry.NEVER,
                        "the credentials are not accepted",
                        "check the id and the secret, and that they belong to this environment");
            case FORBIDDEN ->
                new ToldFailure(
                        ServerCode.FORBIDDEN,
                        Retry.NEVER,
                        "not permitted",
                        "give the user behind these credentials access to the API and to the objects of the queries");
            case TOO_LARGE ->
                new ToldFailure(
                        TransferCode.TOO_LARGE_AT_SOURCE,
                        Retry.NEVER,
                        "the file is over 2,047 MB",
                        "select fewer columns or records, for instance with a bound on UpdatedDate");
            case NOT_FOUND ->
                new ToldFailure(
                        ServerCode.JOB_UNKNOWN,
                        Retry.NEVER,
                        "the server does not know it",
                        "check the base URL, and its path; jobs live 180 days");
            case THROTTLED ->
                new ToldFailure(ServerCode.THROTTLED, Retry.LATER, "too many requests", "run again later");
            case SERVER_TROUBLE ->
                new ToldFailure(ServerCode.SERVER_TROUBLE, Retry.LATER, "the server is in trouble", "run again later");
            case REFUSED ->
                new ToldFailure(
                        ServerCode.REFUSED,
                        Retry.NEVER,
                        "the server says no",
                        "act on what it says; where it says nothing, give Zuora Support the request id");
            case REJECTED ->
                new ToldFailure(
                        ServerCode.REFUSED,
                        Retry.NEVER,
                        "Zuora says no",
                        "act on what it says; where it says nothing, give Zuora Support the request id");
            case MALFORMED ->
                new ToldFailure(
                        ServerCode.MALFORMED,
                        Retry.NEVER,
                        "Zuora cannot read the request",
                        "compare it with mvn aqua:plan; report it with the request id where it looks right");
            case NOT_AQUA ->
                new ToldFailure(
                        ServerCode.NOT_AQUA,
                        Retry.NEVER,
                        "the answer is not AQuA's",
                        "check that the base URL is a REST one, such as https://rest.zuora.com, and what proxy"
                                + " stands between");
        };
    }

    /** Of the download of a file. */
    static ToldFailure ofFile(CallFailure.Kind kind) {
        return switch (kind) {
            case FORBIDDEN ->
                new ToldFailure(
                        ServerCode.FORBIDDEN,
                        Retry.NEVER,
                        "not permitted",
                        "give the API user the reporting permission \"Enable DataSource Exports\", and access to the"
                                + " object");
            case NOT_FOUND ->
                new ToldFailure(
                        TransferCode.FILE_GONE, Retry.NOW, "it is not there", "run again; a new job writes new files");
            default -> of(kind);
        };
    }
}
