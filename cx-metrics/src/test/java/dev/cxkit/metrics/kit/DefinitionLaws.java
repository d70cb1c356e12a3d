package dev.cxkit.metrics.kit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every factory of a metric holds: with another argument, either the definition is another one, or the states of the same
 * observations are equal. Functions are left as they are, since nobody can tell two apart.
 *
 * <p>Factories are the public methods that return a metric, and public constructors of metrics. They are found in the class files, so a
 * new one is tried as well, or asks for two values of a type that is not known yet.
 */
public final class DefinitionLaws {

    private static final int FEW = 40;

    /** Types that are nothing but functions; and so are those that a factory has for itself. */
    private static final Set<Class<?>> FUNCTIONS = Set.of(Fn.class, BiFn.class, Condition.class);

    private final Map<String, List<?>> values = new HashMap<>();
    private final Map<String, List<?>> observations = new HashMap<>();
    private final Set<String> exceptions = new HashSet<>();
    private final Map<Class<?>, Function<Object, String>> texts = new HashMap<>();

    /** Adds values of a type, at least two, by its name without packages, such as {@code List<Double>}. */
    public DefinitionLaws values(String type, Object... some) {
        values.put(type, Arrays.asList(some));
        return this;
    }

    /** Adds observations that differ in what metrics look at, by the name of their type without packages. */
    public DefinitionLaws observations(String type, List<?> some) {
        observations.put(type, some);
        return this;
    }

    /** Leaves out a factory that has nothing but the name which a host gives, by its class and name such as {@code Sums metric}. */
    public DefinitionLaws except(String factory) {
        exceptions.add(factory);
        return this;
    }

    /** Adds a type of which metrics are made, and the text that has to tell its configurations apart. */
    public <V> DefinitionLaws told(Class<V> type, Function<? super V, String> text) {
        texts.put(type, value -> text.apply(type.cast(value)));
        return this;
    }

    private static boolean takes(Accumulator<Object, ?> accumulator, Object observation) {
        try {
            accumulator.add(observation);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Fails if both have one definition and the states of the observations differ, or one takes an observation that the other refuses. */
    @SuppressWarnings("unchecked")
    public static void hold(Metric<?, ?> first, Metric<?, ?> second, List<?> observations) {
        if (first.definition().equals(second.definition())) {
            Accumulator<Object, ?> one = (Accumulator<Object, ?>) first.start();
            Accumulator<Object, ?> other = (Accumulator<Object, ?>) second.start();
            long taken = observations.stream()
                    .filter(observation -> {
                        boolean takes = takes(one, observation);
                        assertThat(takes(other, observation))
                                .as("takes " + observation)
                                .isEqualTo(takes);
                        return takes;
                    })
                    .count();
            assertThat(taken)
                    .as("observations that " + first.definition() + " takes")
                    .isPositive();
            assertThat(other.toBytes()).as(first.definition()).isEqualTo(one.toBytes());
        }
    }

    /** Returns a test of each factory in the module of the class that is in one of the packages or below. */
    public Stream<DynamicTest> tests(Class<?> of, String... packages) throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Class<?> type : publicTypes(of)) {
            if (Stream.of(packages).noneMatch(type.getPackageName()::equals)) {
                continue;
            }
            Stream.<Executable>concat(Stream.of(type.getDeclaredMethods()), Stream.of(type.getConstructors()))
                    .filter(factory -> makes(factory) && exceptions.stream().noneMatch(text(factory)::startsWith))
                    .forEach(factory -> tests.add(DynamicTest.dynamicTest(text(factory), () -> check(factory))));
        }
        return tests.stream();
    }

    private boolean makes(Executable factory) {
        Class<?> type = raw(made(factory));
        return factory.getParameterCount() > 0
                && Modifier.isPublic(factory.getModifiers())
                && !Modifier.isAbstract(factory.getModifiers())
                && !factory.isSynthetic()
                && (Metric.class.isAssignableFrom(type) || texts.containsKey(type));
    }

    private static Type made(Executable factory) {
        return factory instanceof Method method ? method.getGenericReturnType() : factory.getDeclaringClass();
    }

    private void check(Executable factory) throws Exception {
        Type[] types = factory.getGenericParameterTypes();
        boolean bound = factory instanceof Method && !Modifier.isStatic(factory.getModifiers());
        List<Object> base = base(types);
        Object receiver = bound ? some(factory.getDeclaringClass()).get(0) : null;
        Object first = make(factory, receiver, base);
        for (int i = 0; i < types.length; i++) {
            if (!isFunction(types[i])) {
                boolean tried = false;
                for (List<Object> changed : changed(types, base, i)) {
                    Object second = makeIfAllowed(factory, receiver, changed);
                    if (second != null) {
                        compare(factory, first, second);
                        tried = true;
                    }
                }
                assertThat(tried)
                        .as("a value other than " + base.get(i) + " for argument " + i)
                        .isTrue();
            }
        }
    }

    /** The first value of each type; of a type that is there again the next. */
    private List<Object> base(Type[] types) throws Exception {
        List<Object> base = new ArrayList<>();
        Map<Type, Integer> seen = new HashMap<>();
        for (Type type : types) {
            List<?> some = some(type);
            base.add(some.get((seen.merge(type, 1, Integer::sum) - 1) % some.size()));
        }
        return base;
    }

    /** Arguments with another value for one of them; each also with another value for a second one, for those that go together. */
    private List<List<Object>> changed(Type[] types, List<Object> base, int at) throws Exception {
        List<List<Object>> all = new ArrayList<>();
        for (Object other : some(types[at])) {
            if (other != base.get(at)) {
                List<Object> one = new ArrayList<>(base);
                one.set(at, other);
                all.add(one);
                for (int second = 0; second < types.length; second++) {
                    for (Object more : second == at || isFunction(types[second]) ? List.of() : some(types[second])) {
                        List<Object> two = new ArrayList<>(one);
                        two.set(second, more);
                        all.add(two);
                    }
                }
            }
        }
        return all;
    }

    private void compare(Executable factory, Object first, Object second) {
        Type made = made(factory);
        if (first instanceof Metric<?, ?> one && second instanceof Metric<?, ?> other) {
            if (one.definition().equals(other.definition())) {
                String observed = text(observed(made));
                List<?> some = observations.getOrDefault(
                        observed,
                        observed.length() <= 2 ? IntStream.range(0, FEW).boxed().toList() : List.of());
                assertThat(some)
                        .as("observations of " + observed + " for " + one.definition())
                        .isNotEmpty();
                hold(one, other, some);
            }
        } else {
            Function<Object, String> text = requireNonNull(texts.get(raw(made)), "text");
            assertThat(text.apply(second)).isNotEqualTo(text.apply(first));
        }
    }

    /** Null where the arguments do not go together, for which factories throw an {@link IllegalArgumentException}. */
    private @Nullable Object makeIfAllowed(Executable factory, @Nullable Object receiver, List<Object> arguments)
            throws Exception {
        try {
            return make(factory, receiver, arguments);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Object make(Executable factory, @Nullable Object receiver, List<Object> arguments) throws Exception {
        try {
            return factory instanceof Constructor<?> constructor
                    ? constructor.newInstance(arguments.toArray())
                    : ((Method) factory).invoke(receiver, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Values of a type, the first of them the one that others are compared with. */
    private List<?> some(Type type) throws Exception {
        Class<?> raw = raw(type);
        List<?> known = values.getOrDefault(text(type), values.get(text(raw)));
        if (known != null) {
            return known;
        }
        if (raw.isEnum()) {
            return Arrays.asList(raw.getEnumConstants());
        }
        if (isFunction(type)) {
            return List.of(function(type));
        }
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return List.of(some(((ParameterizedType) type).getActualTypeArguments()[0]), List.of());
        }
        List<Object> made = new ArrayList<>();
        for (Method method : raw.getDeclaredMethods()) {
            boolean makes = Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers());
            if (makes && raw.isAssignableFrom(method.getReturnType())) {
                made.add(make(method, null, base(method.getGenericParameterTypes())));
            }
        }
        assertThat(made).as("values of " + text(type)).isNotEmpty();
        return made;
    }

    private static boolean isFunction(Type type) {
        Class<?> raw = raw(type);
        return raw.isInterface() && (raw.isMemberClass() || FUNCTIONS.contains(raw));
    }

    /** A function that gives one of the values of its last type, by the observation. */
    private Object function(Type type) {
        Type[] arguments = type instanceof ParameterizedType generic ? generic.getActualTypeArguments() : new Type[0];
        InvocationHandler handler = (proxy, method, given) -> {
            if (method.isDefault() || method.getDeclaringClass() == Object.class) {
                return method.isDefault()
                        ? InvocationHandler.invokeDefault(proxy, method, given)
                        : method.invoke(this, given);
            }
            if (method.getReturnType() == void.class) {
                return null;
            }
            boolean plain = method.getReturnType().isPrimitive();
            List<?> results = some(plain ? method.getReturnType() : arguments[arguments.length - 1]);
            return results.get(Math.floorMod(Arrays.hashCode(given), results.size()));
        };
        return Proxy.newProxyInstance(raw(type).getClassLoader(), new Class<?>[] {raw(type)}, handler);
    }

    /** What a metric observes: the first argument of its type as a metric. */
    private static Type observed(Type metric) {
        Class<?> raw = raw(metric);
        if (raw == Metric.class) {
            return metric instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
        }
        Type above = Stream.concat(Stream.ofNullable(raw.getGenericSuperclass()), Stream.of(raw.getGenericInterfaces()))
                .filter(type -> Metric.class.isAssignableFrom(raw(type)))
                .findFirst()
                .orElseThrow();
        Type found = observed(above);
        int at = Arrays.asList(raw.getTypeParameters()).indexOf(found);
        return at < 0 || !(metric instanceof ParameterizedType generic) ? found : generic.getActualTypeArguments()[at];
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return type instanceof java.lang.reflect.GenericArrayType ? Object[].class : Object.class;
    }

    private static String text(Type type) {
        return type.getTypeName().replaceAll("\\w+[.$]", "").replaceAll("\\? (extends|super) ", "");
    }

    private static String text(Executable factory) {
        String arguments = Arrays.stream(factory.getGenericParameterTypes())
                .map(DefinitionLaws::text)
                .toList()
                .toString();
        return text(factory.getDeclaringClass()) + " " + factory.getName().replaceAll(".*[.$]", "") + arguments;
    }

    private static List<Class<?>> publicTypes(Class<?> of)
            throws IOException, URISyntaxException, ClassNotFoundException {
        Path root =
                Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> types = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".class")
                            && !file.toString().contains("-info"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name =
                    root.relativize(file).toString().replaceAll("[/\\\\]", ".").replaceAll("\\.class$", "");
            Class<?> type = Class.forName(name, false, of.getClassLoader());
            boolean open = true;
            for (Class<?> outer = type; outer != null; outer = outer.getDeclaringClass()) {
                open &= Modifier.isPublic(outer.getModifiers());
            }
            if (open) {
                types.add(type);
            }
        }
        return types;
    }
}
