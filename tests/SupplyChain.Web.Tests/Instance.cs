using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using SupplyChain.Inventory;

namespace SupplyChain;

/// <summary>
/// Makes the same instance of a record every time: one with every member filled and two elements in each list, and one
/// in which whatever may be absent is absent, numbers are 0 and lists have one such element.
/// </summary>
internal sealed class Instance(bool full)
{
    private static readonly Dictionary<Type, Func<int, object>> Filled = new()
    {
        [typeof(bool)] = _ => true,
        [typeof(int)] = seed => 1 + seed % 1_000,
        [typeof(long)] = seed => 3_000_000_000L + seed,
        [typeof(double)] = seed => seed % 1_000 / 8d,
        [typeof(decimal)] = seed => seed % 1_000 + 0.50m,
        [typeof(DateOnly)] = seed => new DateOnly(2024, 1, 1).AddDays(seed % 1_000),
        [typeof(DateTimeOffset)] = seed =>
            new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2)).AddMilliseconds(seed),
    };

    /// <summary>One with every member filled.</summary>
    public static T Full<T>() where T : class => (T)new Instance(full: true).Made(typeof(T), typeof(T).Name);

    /// <summary>One with what has to be there.</summary>
    public static T Minimal<T>() where T : class => (T)new Instance(full: false).Made(typeof(T), typeof(T).Name);

    private object? Member(Type type, string name, bool mayBeNull) =>
        mayBeNull && !full ? null : Made(Nullable.GetUnderlyingType(type) ?? type, name);

    private object Made(Type type, string name) => type switch
    {
        _ when type == typeof(string) => Text(name),
        _ when Filled.TryGetValue(type, out var filled) => full ? filled(Seed(name)) : Activator.CreateInstance(type)!,
        { IsEnum: true } => Value(type, name),
        _ when ElementOf(type) is { } element => List(type, element, name),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) => Pair(type, name),
        _ when IsIdentifier(type) => type.GetMethod("Of", [typeof(string)])!.Invoke(null, [$"{name}-1"])!,
        _ when type == typeof(DemandOwner) => new DemandOwner($"{nameof(DemandOwner.Order)}-1"),
        _ => Record(type),
    };

    /// <summary>With characters that could be escaped; the events of a history are JSON already.</summary>
    private string Text(string name) => name switch
    {
        "Data" => full ? """{"quantity": 5, "reason":"<é>"}""" : "{}",
        _ => full ? $"{name} é<&'+\">\\\n€😀" : name,
    };

    /// <summary>How many values an enum had when it was sampled first: one that grew keeps its samples.</summary>
    private static readonly Dictionary<Type, int> FirstValues = new() { [typeof(Operations.ExceptionKind)] = 7 };

    private object Value(Type type, string name)
    {
        var values = Enum.GetValues(type);
        return values.GetValue(full ? Seed(name) % FirstValues.GetValueOrDefault(type, values.Length) : 0)!;
    }

    private object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        var nullability = new NullabilityInfoContext();
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke(
        [
            .. parameters.Select(one => Member(
                one.ParameterType, one.Name!, nullability.Create(one).ReadState == NullabilityState.Nullable)),
        ]);
        foreach (var property in type.GetProperties().Where(one =>
            one.SetMethod is { IsPublic: true } && !Array.Exists(parameters, other => other.Name == one.Name)))
        {
            property.SetValue(made, Member(
                property.PropertyType, property.Name,
                nullability.Create(property).ReadState == NullabilityState.Nullable));
        }

        return made;
    }

    private object List(Type type, Type element, string name)
    {
        var elements = Array.CreateInstance(element, full ? 2 : 1);
        for (var index = 0; index < elements.Length; index++)
            elements.SetValue(Made(element, $"{name}{index + 1}"), index);
        if (type.GetGenericTypeDefinition() == typeof(Items<>))
            return Activator.CreateInstance(type, elements)!;
        var maker = type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? Maker(typeof(ImmutableArray), element)
            : Maker(typeof(ImmutableSortedDictionary), type.GenericTypeArguments);
        return maker.Invoke(null, [elements])!;
    }

    private static MethodInfo Maker(Type factory, params Type[] arguments) => factory.GetMethods()
        .Single(method => method.Name == $"To{factory.Name}"
            && method.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }]
            && method.GetGenericArguments().Length == arguments.Length)
        .MakeGenericMethod(arguments);

    private object Pair(Type type, string name) => Activator.CreateInstance(
        type, [.. type.GenericTypeArguments.Select(argument => Made(argument, name))])!;

    private static Type? ElementOf(Type type) => typeof(IEnumerable).IsAssignableFrom(type)
        ? type.GetInterfaces().First(face =>
            face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GenericTypeArguments[0]
        : null;

    private static bool IsIdentifier(Type type) => Array.Exists(
        type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>));

    /// <summary>A number that depends on the name alone, on every machine.</summary>
    private static int Seed(string name) => name.Aggregate(17, (seed, letter) => (seed * 31 + letter) % 1_000_003);
}
