package io.github.aquaspec.client;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The clients of a test, closed behind it: each has a thread that looks at the clock. */
final class OpenClients implements AfterEachCallback {

    private final List<AquaClient> open = new ArrayList<>();

    AquaClient add(AquaClient client) {
        open.add(client);
        return client;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AquaClient client : open) {
            client.close();
        }
        open.clear();
    }
}
