package io.github.aquaspec.goal;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Reads what stands in braces backwards; one word breaks it, another it only complains about. */
final class ReversingDecrypter implements SettingsDecrypter {

    @Override
    public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        List<SettingsProblem> complaints = new ArrayList<>();
        Server server = request.getServers().get(0).clone();
        server.setPassword(decrypted(server.getPassword(), complaints));
        server.setPassphrase(decrypted(server.getPassphrase(), complaints));
        return new Result(List.of(server), complaints);
    }

    private static String decrypted(String text, List<SettingsProblem> complaints) {
        if (text == null || !text.startsWith("{")) {
            return text;
        }
        if (text.equals("{broken}")) {
            complaints.add(problem(SettingsProblem.Severity.ERROR));
            return text;
        }
        if (text.equals("{legacy}")) {
            complaints.add(problem(SettingsProblem.Severity.WARNING));
            return text;
        }
        return new StringBuilder(text.substring(1, text.length() - 1)).reverse().toString();
    }

    private static SettingsProblem problem(SettingsProblem.Severity severity) {
        return new DefaultSettingsProblem("a complaint", severity, "settings.xml", 1, 1, null);
    }

    private record Result(List<Server> getServers, List<SettingsProblem> getProblems)
            implements SettingsDecryptionResult {

        @Override
        public Server getServer() {
            return getServers.get(0);
        }

        @Override
        public Proxy getProxy() {
            return null;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }
    }
}
