using System.Text.Json.Serialization.Metadata;

namespace SupplyChain;

/// <summary>
/// Says which members of a command are required, from its constructor. The schema exporter would do so itself, but it
/// cannot write the default of a parameter whose type is a struct.
/// </summary>
internal static class OpenApiCommands
{
    public static void Shape(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || !type.Type.IsDefined(typeof(ImmutableAttribute), false))
            return;
        var parameters = type.Type.GetConstructors().MaxBy(one => one.GetParameters().Length)?.GetParameters() ?? [];
        if (!parameters.Any(parameter => parameter is { HasDefaultValue: true, ParameterType.IsValueType: true }))
            return;
        type.CreateObject = () => throw new NotSupportedException($"A {type.Type.Name} is not read this way.");
        foreach (var property in type.Properties)
        {
            property.IsRequired = parameters.Any(parameter => !parameter.HasDefaultValue
                && string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));
        }
    }
}
