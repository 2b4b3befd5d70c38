package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.text.MappingNode;
import java.util.function.Consumer;

/** Tells of parameters and windows that are declared and that no placeholder asks for. */
final class Unused {

    private Unused() {}

    static void tell(MappingNode job, Resolution resolution, Consumer<Diagnostic> findings) {
        for (MappingNode.Member member : job.members()) {
            if (member.key().equals("params") && member.value() instanceof MappingNode params) {
                params.members().stream()
                        .filter(param -> !resolution.isParamUsed(param.key()))
                        .forEach(param -> findings.accept(
                                Diagnostic.of(KeyCode.UNUSED, "nothing reads the parameter " + Quoted.of(param.key()))
                                        .at(param.keySpan())
                                        .fix("write ${param." + param.key() + "} where it belongs, or leave it out")));
            }
            if (member.key().equals("window") && !Members.isUnset(member.value()) && !resolution.isWindowUsed()) {
                findings.accept(Diagnostic.of(KeyCode.UNUSED, "no query reads the window")
                        .at(member.keySpan())
                        .fix("compare UpdatedDate with ${window.from} and ${window.to}, or leave the window out"));
            }
        }
    }
}
