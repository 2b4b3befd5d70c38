package io.github.aquaspec.emulator.job;

/**
 * Why AQuA says no. Codes and texts are those of the Zuora documentation, AQuA API error codes; without the
 * last full stop, as answers carry them.
 *
 * @param code five digits
 * @param message the text
 */
public record Rejection(String code, String message) {

    static Rejection unknownJob() {
        return new Rejection("90002", "Invalid Job Id");
    }

    static Rejection cannotCancel() {
        return new Rejection("90003", "Invalid Job Id for job cancellation");
    }

    static Rejection tooManyQueries() {
        return new Rejection(
                "90004", "Invalid number of queries allowed. A maximum of 50 queries are supported in an AQuA request");
    }

    static Rejection syntax(String detail) {
        return new Rejection(
                "90005", "There is a syntax error in one of the queries in the AQuA input (" + detail + ")");
    }

    static Rejection deletedNeedsState() {
        return new Rejection("90012", "Stateless AQuA does not support deleted columns");
    }

    static Rejection notifyUrlTooLong() {
        return new Rejection("90014", "notifyURL must be less than 5000 characters in length");
    }

    static Rejection incrementalTime() {
        return new Rejection("90015", "The incremental timestamp is invalid");
    }

    static Rejection noQueries() {
        return new Rejection("90016", "There are no queries included in the AQuA version 1.0 request");
    }

    static Rejection noSession() {
        return new Rejection("90016", "There are no queries included in the request, and no earlier job to repeat");
    }

    static Rejection deletedUnsupported() {
        return new Rejection(
                "90017",
                "Objects included in the queries do not support the querying of deleted records."
                        + " Remove Deleted section in the JSON request and retry the request");
    }

    static Rejection forbiddenObject() {
        return new Rejection(
                "90018",
                "The API user does not have permission to one or more objects in the queries. These queries are ignored");
    }

    static Rejection unknownPartner() {
        return new Rejection("90019", "Partner ID is not recognized");
    }

    static Rejection distinct() {
        return new Rejection("90020", "Invalid Distinct column, without Count function");
    }

    static Rejection currency() {
        return new Rejection("90021", "Invalid currency specified in the convertToCurrencies request parameter");
    }

    static Rejection queryTooLong() {
        return new Rejection("90027", "The query exceeded maximum processing time");
    }

    static Rejection tooManyJobs() {
        return new Rejection(
                "90028", "The total number of concurrent jobs has exceeded the limit allowed by the system");
    }

    static Rejection jobTooLong() {
        return new Rejection(
                "90029", "The job was marked as Error as it exceeded maximum time limit in Processing status");
    }

    static Rejection notEmulated(String what) {
        return new Rejection("90010", "Internal Server Error (this emulator does not " + what + " yet)");
    }
}
