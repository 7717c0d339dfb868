using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain.Inventory;

/// <summary>Writes the owner of demands as its stored text.</summary>
public sealed class DemandOwnerJsonConverter : JsonConverter<DemandOwner>
{
    /// <inheritdoc/>
    public override DemandOwner Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("The owner of a demand is a text."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DemandOwner value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
