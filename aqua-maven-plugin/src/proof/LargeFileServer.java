import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Just enough of AQuA for one query. Arguments: how large its file is, in MB, and how large the answer to who asks for
 * the job.
 */
class LargeFileServer {

    public static void main(String[] args) throws IOException {
        long records = Long.parseLong(args[0]) * 1_000_000 / 75;
        int padding = Integer.parseInt(args[1]) * 1_000_000;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/oauth/token", call -> json(call, """
                {"access_token": "a-token", "token_type": "bearer", "expires_in": 3598}"""));
        server.createContext("/v1/batch-query", call -> json(call, job(records, isPoll(call) ? padding : -1)));
        server.createContext("/v1/files/", call -> file(call, records));
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static boolean isPoll(HttpExchange call) {
        return call.getRequestMethod().equals("GET");
    }

    private static String job(long records, int padding) {
        return """
                {"id": "job1", "status": "%s", "version": "1.0", "format": "GZIP", "encrypted": "none",
                 "useLastCompletedJobQueries": false, "startTime": "2026-01-01T00:00:00+0000", "batches": [
                  {"batchId": "b1", "name": "Account", "query": "select Id, Name, Balance from Account",
                   "batchType": "zoqlexport", "apiVersion": "145.0", "status": "completed", "recordCount": %d,
                   "full": true, "fileId": "f1", "message": "%s"}]}""".formatted(padding < 0 ? "submitted" : "completed", records, "x".repeat(Math.max(0, padding)));
    }

    private static void json(HttpExchange call, String text) throws IOException {
        call.getRequestBody().readAllBytes();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static void file(HttpExchange call, long records) throws IOException {
        call.getResponseHeaders().set("Content-Type", "application/x-gzip");
        call.sendResponseHeaders(200, 0);
        try (OutputStream out = new GZIPOutputStream(call.getResponseBody(), 65_536) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            out.write("Id,Name,Balance\n".getBytes(StandardCharsets.UTF_8));
            StringBuilder some = new StringBuilder();
            for (long n = 0; n < records; n++) {
                some.append("2c92c0f96bd691650").append(String.format("%015d", n)).append(",\"Customer, number ").append(n);
                some.append(" of many\",").append(n % 100_000).append(".25\n");
                if (some.length() > 60_000 || n == records - 1) {
                    out.write(some.toString().getBytes(StandardCharsets.UTF_8));
                    some.setLength(0);
                }
            }
        }
        call.close();
    }
}
