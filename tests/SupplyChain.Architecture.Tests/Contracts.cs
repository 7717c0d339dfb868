using System.Reflection;

namespace SupplyChain.Architecture;

/// <summary>The types that travel between nodes.</summary>
internal static class Contracts
{
    /// <summary>All of them.</summary>
    public static readonly Type[] All =
    [
        .. Layer.All.SelectMany(layer => layer.Types)
            .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), false)),
    ];

    /// <summary>Its stable name.</summary>
    public static string AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>(false)!.Alias;

    /// <summary>What it keeps itself: its fields, or the properties they stand behind.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) =>
        from field in type.GetFields(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsDefined(typeof(NonSerializedAttribute))
        select (MemberInfo?)PropertyOf(type, field) ?? field;

    /// <summary>The contracts that travel inside it, however deep.</summary>
    public static IReadOnlySet<Type> Inside(Type type)
    {
        var inside = With(type);
        inside.Remove(type);
        return inside;
    }

    /// <summary>The contracts that travel with a value of a type: what is inside it, and it itself.</summary>
    public static HashSet<Type> With(Type type)
    {
        var inside = new HashSet<Type>();
        Collect(type);
        return inside;

        void Collect(Type of)
        {
            foreach (var argument in of.GetGenericArguments().Append(of.GetElementType()).OfType<Type>())
                Collect(argument);
            if (of.Namespace?.StartsWith("SupplyChain", StringComparison.Ordinal) != true || !inside.Add(of))
                return;
            for (var part = of; part is not null && part != typeof(object); part = part.BaseType)
            {
                foreach (var member in Members(part))
                    Collect(member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType);
            }
        }
    }

    /// <summary>Its stable number; null when it has none.</summary>
    public static uint? NumberOf(MemberInfo member) => member.GetCustomAttribute<IdAttribute>()?.Id;

    private static PropertyInfo? PropertyOf(Type type, FieldInfo field) =>
        field.Name is ['<', .. var rest] && rest.IndexOf('>', StringComparison.Ordinal) is > 0 and var end
            ? type.GetProperty(rest[..end], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            : null;
}
