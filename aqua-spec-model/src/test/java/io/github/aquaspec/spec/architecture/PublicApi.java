package io.github.aquaspec.spec.architecture;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a program can hold that calls the front door: its public types, and all that their public members speak of. */
final class PublicApi {

    private final String root;
    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Deque<Class<?>> unseen = new ArrayDeque<>();

    private PublicApi(String root) {
        this.root = root;
    }

    /**
     * A line for each type, and one for each of its public members, sorted.
     *
     * @param root the package of what is ours
     * @param doors the types where a program begins
     */
    static String text(String root, Class<?>... doors) {
        PublicApi api = new PublicApi(root);
        Arrays.stream(doors).forEach(api::see);
        while (!api.unseen.isEmpty()) {
            api.look(api.unseen.pop());
        }
        StringBuilder text = new StringBuilder();
        api.types.values().forEach(type -> text.append(text(type)).append('\n'));
        return text.toString();
    }

    private void look(Class<?> type) {
        Stream.of(type.getPermittedSubclasses() == null ? new Class<?>[0] : type.getPermittedSubclasses())
                .filter(PublicApi::isPublic)
                .forEach(this::see);
        Stream.of(type.getGenericInterfaces()).forEach(this::see);
        see(type.getGenericSuperclass());
        members(type).forEach(member -> {
            if (member instanceof Field field) {
                see(field.getGenericType());
            } else if (member instanceof Executable executable) {
                Stream.of(executable.getGenericParameterTypes()).forEach(this::see);
                Stream.of(executable.getGenericExceptionTypes()).forEach(this::see);
            }
            if (member instanceof Method method) {
                see(method.getGenericReturnType());
            }
        });
    }

    private void see(Type type) {
        if (type instanceof ParameterizedType generic) {
            see(generic.getRawType());
            Stream.of(generic.getActualTypeArguments()).forEach(this::see);
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds()).forEach(this::see);
        } else if (type instanceof Class<?> found && found.isArray()) {
            see(found.getComponentType());
        } else if (type instanceof Class<?> found
                && found.getName().startsWith(root)
                && types.putIfAbsent(found.getName(), found) == null) {
            unseen.push(found);
        }
    }

    private static String text(Class<?> type) {
        TreeSet<String> lines = new TreeSet<>();
        members(type).forEach(member -> lines.add("    " + line(member)));
        return type.toGenericString() + "\n" + String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    }

    private static Stream<Member> members(Class<?> type) {
        Stream<Member> all = Stream.of(
                        type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream);
        return all.filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic());
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers());
    }

    private static String line(Member member) {
        String text = member instanceof Field field ? field.toGenericString() : ((Executable) member).toGenericString();
        return text.replace("java.lang.", "")
                + (((AnnotatedElement) member).isAnnotationPresent(Deprecated.class) ? " // deprecated" : "");
    }
}
