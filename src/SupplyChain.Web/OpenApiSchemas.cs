using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SupplyChain;

/// <summary>Schemas of types that write themselves, and what the attributes of members say.</summary>
internal static class OpenApiSchemas
{
    private const string IdentifierText =
        "Case-sensitive. To write any other text as an id: of its UTF-8 form (NFC), each byte that is none of "
        + "A-Z a-z 0-9 . _ : - becomes ~ and two capital hex digits, so 'AB/12 ü' becomes 'AB~2F12~20~C3~BC'; what "
        + "does not begin with a letter or digit then gets 'x~' in front. An id is never turned back here.";

    /// <summary>The schema of an identifier.</summary>
    public static OpenApiSchema Identifier() => new()
    {
        Type = JsonSchemaType.String,
        Pattern = "^[A-Za-z0-9][A-Za-z0-9._:~-]{0,99}$",
        MinLength = 1,
        MaxLength = SupplyChain.Identifier.MaxLength,
        Description = IdentifierText,
    };

    /// <summary>What the document calls a type; null for one that is written out where it is used.</summary>
    public static string? NameOf(JsonTypeInfo type) =>
        IsList(Nullable.GetUnderlyingType(type.Type) ?? type.Type)
            ? null
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } usual ? NameOf(type.Type) ?? usual : null;

    /// <summary>What the document calls a record.</summary>
    public static string? NameOf(Type type)
    {
        var name = type.GetCustomAttribute<SchemaNameAttribute>(false)?.Name;
        return name is null || !type.IsGenericType
            ? name
            : $"{name}Of{string.Join("And", type.GetGenericArguments().Select(one => NameOf(one) ?? one.Name))}";
    }

    /// <summary>Corrects what cannot be read off the types.</summary>
    public static async Task ShapeAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (IsIdentifier(type))
        {
            var identifier = Identifier();
            (schema.Type, schema.Pattern) = (identifier.Type, identifier.Pattern);
            (schema.MinLength, schema.MaxLength) = (identifier.MinLength, identifier.MaxLength);
            schema.Description ??= identifier.Description;
        }
        else if (IsList(type))
        {
            // The elements of a list that may be absent come by here a second time, shaped already.
            if (schema.Type is not null)
                return;
            schema.Type = JsonSchemaType.Array;
            schema.Items = await context.GetOrCreateSchemaAsync(
                type.GetGenericArguments()[0], null, cancellationToken);
            // The framework takes a type that writes itself for a text.
            (schema.MinItems, schema.MaxItems) = (schema.MinLength, schema.MaxLength);
            (schema.MinLength, schema.MaxLength) = (null, null);
            if (context.JsonPropertyInfo is { } list && AttributeOf<ElementsAttribute>(list) is { } elements)
                schema.Items = OfElements(schema.Items.Type, elements);
        }
        else if (type == typeof(OccurredAt))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
            schema.Properties = null;
            schema.Required = null;
            schema.Description = "RFC 3339 with offset, at most 5 minutes ahead; null for unknown, absent for now.";
        }
        else
        {
            Members(schema, context.JsonTypeInfo);
            if (context.JsonPropertyInfo is { } member)
                Member(schema, member);
        }
    }

    /// <summary>Members that are left out when they have no value.</summary>
    private static void Members(OpenApiSchema schema, JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var member in type.Properties.Where(IsLeftOut))
            schema.Required?.Remove(member.Name);
    }

    private static void Member(OpenApiSchema schema, JsonPropertyInfo member)
    {
        if (member.CustomConverter is RawJsonConverter)
            schema.Type = JsonSchemaType.Object;
        // What only some answers of an entity have is never null in them.
        if (IsLeftOut(member) && member.DeclaringType.IsAbstract)
            schema.Type &= ~JsonSchemaType.Null;
        if (AttributeOf<AllowedValuesAttribute>(member) is { } allowed)
            schema.Enum = [.. allowed.Values.Select(value => JsonValue.Create($"{value}"))];
    }

    private static OpenApiSchema OfElements(JsonSchemaType? type, ElementsAttribute elements) =>
        type == JsonSchemaType.String
            ? new() { Type = type, MinLength = elements.Minimum, MaxLength = elements.Maximum }
            : new()
            {
                Type = type,
                Format = "int32",
                Minimum = elements.Minimum.ToString(CultureInfo.InvariantCulture),
                Maximum = elements.Maximum.ToString(CultureInfo.InvariantCulture),
            };

    private static bool IsLeftOut(JsonPropertyInfo member) =>
        AttributeOf<JsonIgnoreAttribute>(member)?.Condition == JsonIgnoreCondition.WhenWritingNull;

    private static T? AttributeOf<T>(JsonPropertyInfo member) where T : Attribute =>
        (member.AttributeProvider as MemberInfo)?.GetCustomAttribute<T>();

    private static bool IsList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>);

    private static bool IsIdentifier(Type type) => type.GetInterfaces().Any(
        one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IIdentifier<>));
}
