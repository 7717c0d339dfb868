using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain;

/// <summary>Writes the values of an enum in camelCase; without it they are written as they are called.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, false)
    where T : struct, Enum;
