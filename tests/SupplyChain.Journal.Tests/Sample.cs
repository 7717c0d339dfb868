using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Journal;

/// <summary>
/// Builds the same sample of a type every time, with every property filled: texts and numbers are made from the name
/// of the property they fill, collections have two different elements, a family is represented by its first member.
/// </summary>
internal static class Sample
{
    /// <summary>How many members an enum had when it was sampled first: one that grew keeps its samples.</summary>
    private static readonly Dictionary<Type, int> FirstMembers = new()
    {
        [typeof(Refusal)] = 10,
        [typeof(FixAction)] = 4,
        [typeof(ExceptionKind)] = 7,
    };

    private static readonly Dictionary<Type, Func<int, object>> Plain = new()
    {
        [typeof(bool)] = _ => true,
        [typeof(int)] = seed => 1 + seed % 1_000,
        [typeof(long)] = seed => 1L + seed % 100_000,
        [typeof(double)] = seed => seed % 1_000 / 8d,
        [typeof(decimal)] = seed => seed % 100_000 / 100m,
        [typeof(Guid)] = seed => new Guid(seed, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        [typeof(DateOnly)] = seed => new DateOnly(2024, 1, 1).AddDays(seed % 1_000),
        [typeof(TimeOnly)] = seed => new TimeOnly(seed % 24, seed % 60),
        [typeof(TimeSpan)] = seed => TimeSpan.FromMinutes(seed % 10_000),
        [typeof(DateTimeOffset)] = seed =>
            new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2)).AddMinutes(seed % 10_000),
    };

    /// <summary>How members were called that were sampled first under another name: they keep their samples.</summary>
    private static readonly Dictionary<(Type Type, string Name), string> FirstNames = new()
    {
        [(typeof(DemandOwner), "Owner")] = "Order",
        [(typeof(Items<DemandOwner>), "Owners")] = "Orders",
        [(typeof(Items<WarehouseId>), "InAnyCase")] = "Also",
    };

    /// <summary>The sample of a type.</summary>
    public static object Of(Type type) => Of(type, new(type.Name, Element: 0, Depth: 0));

    /// <summary>Where a value goes: its property, the element of the nearest collection (0 outside), and how
    /// deep.</summary>
    private readonly record struct Place(string Name, int Element, int Depth)
    {
        public string Text => Element == 0 ? Name : $"{Name}{Element}";
        public Place Property(string name) => this with { Name = name, Depth = Depth + 1 };
        public Place Item(int element) => this with { Element = element, Depth = Depth + 1 };
    }

    private static object Of(Type type, Place place)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (place.Depth > 12)
        {
            throw new InvalidOperationException($"{place.Name}: samples do not build types that contain themselves.");
        }
        place = place with { Name = FirstNames.GetValueOrDefault((type, place.Name), place.Name) };
        if (type == typeof(string))
        {
            return place.Text;
        }
        if (type == typeof(DemandOwner))
        {
            return new DemandOwner(place.Text);
        }
        if (Plain.TryGetValue(type, out var plain))
        {
            return plain(Seed(place.Text));
        }
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(Seed(place.Text) % FirstMembers.GetValueOrDefault(type, values.Length))!;
        }
        if (IsIdentifier(type))
        {
            return type.GetMethod("Of", [typeof(string)])!.Invoke(null, [place.Text])!;
        }
        return ElementsOf(type) is { } element ? Collection(type, element, place) : Composite(type, place);
    }

    private static object Composite(Type type, Place place)
    {
        if (type.IsAbstract)
        {
            var member = type.GetCustomAttributes<JsonDerivedTypeAttribute>().FirstOrDefault()?.DerivedType
                ?? throw new InvalidOperationException(
                    $"{place.Name}: {type} is abstract and names no [JsonDerivedType].");
            return Of(member, place with { Depth = place.Depth + 1 });
        }
        var constructor = type.GetConstructors()
            .Where(candidate => candidate.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(candidate => candidate.GetParameters().Length);
        if (constructor is null && !type.IsValueType)
        {
            throw new InvalidOperationException($"{place.Name}: {type} has no public constructor.");
        }
        var parameters = constructor?.GetParameters() ?? [];
        var made = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke(
            [
                .. parameters.Select(parameter => Of(parameter.ParameterType, place.Property(parameter.Name!))),
            ]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsStored))
        {
            if (!Array.Exists(parameters, parameter => parameter.Name == property.Name))
            {
                property.SetValue(made, Of(property.PropertyType, place.Property(property.Name)));
            }
        }
        return made;
    }

    private static object Collection(Type type, Type element, Place place)
    {
        var elements = Array.CreateInstance(element, 2);
        elements.SetValue(Element(element, place.Item(1)), 0);
        elements.SetValue(Element(element, place.Item(2)), 1);
        if (type.IsInstanceOfType(elements))
        {
            return elements;
        }
        var maker = Maker(type, elements.GetType());
        return maker is null
            ? throw new InvalidOperationException($"{place.Name}: samples cannot build {type}.")
            : maker(elements);
    }

    private static object Element(Type element, Place place) =>
        element is { IsGenericType: true } && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? Activator.CreateInstance(
                element, Of(element.GenericTypeArguments[0], place), Of(element.GenericTypeArguments[1], place))!
            : Of(element, place);

    private static Func<object, object>? Maker(Type type, Type elements)
    {
        if (type is { IsGenericType: true, Namespace: "System.Collections.Immutable" })
        {
            // ImmutableArray<T> is made by ImmutableArray.ToImmutableArray<T>(IEnumerable<T>), and so on.
            var simple = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)].TrimStart('I');
            simple = simple.StartsWith("Immutable", StringComparison.Ordinal) ? simple : "I" + simple;
            var factory = typeof(ImmutableArray).Assembly.GetType($"System.Collections.Immutable.{simple}")!
                .GetMethods()
                .Single(method => method.Name == $"To{simple}"
                    && method.GetParameters() is [var only]
                    && only.ParameterType.Name == "IEnumerable`1"
                    && method.GetGenericArguments().Length == type.GenericTypeArguments.Length)
                .MakeGenericMethod(type.GenericTypeArguments);
            return made => factory.Invoke(null, [made])!;
        }
        if (type is { IsInterface: true, Name: "IReadOnlyDictionary`2" or "IDictionary`2" })
        {
            type = typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments);
        }
        var constructor = Array.Find(
            type.GetConstructors(),
            candidate => candidate.GetParameters() is [var only] && only.ParameterType.IsAssignableFrom(elements));
        if (constructor is not null)
        {
            return made => constructor.Invoke([made]);
        }
        var immutable = Array.Find(
            type.GetConstructors(),
            candidate => candidate.GetParameters() is [var only]
                && ElementsOf(only.ParameterType) == elements.GetElementType());
        return immutable is null
            ? null
            : made => immutable.Invoke([Maker(immutable.GetParameters()[0].ParameterType, elements)!(made)]);
    }

    private static Type? ElementsOf(Type type) => typeof(IEnumerable).IsAssignableFrom(type)
        ? type.GetInterfaces().Append(type)
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GenericTypeArguments[0]
        : null;

    private static bool IsIdentifier(Type type) => Array.Exists(
        type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>));

    private static bool IsStored(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true }
        && property.GetIndexParameters().Length == 0
        && property.GetCustomAttribute<JsonIgnoreAttribute>() is null;

    /// <summary>A number that depends on the name alone, on every machine.</summary>
    private static int Seed(string name) => name.Aggregate(17, (seed, letter) => (seed * 31 + letter) % 1_000_003);
}
