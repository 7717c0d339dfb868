using System.Text.Json;
using System.Text.Json.Serialization;
using SupplyChain.Journal;
using SupplyChain.Journal.PersonalData;

namespace SupplyChain;

/// <summary>Tells a repeated document from a different one under the same id: a keyed digest of its canonical
/// body.</summary>
public sealed class Digests(ITenantKeys keys)
{
    /// <summary>Equal values are written alike: instants in UTC, amounts without trailing zeros.</summary>
    private static readonly JsonSerializerOptions Canonical = new(EventCodec.Json)
    {
        Converters = { new InstantConverter(), new AmountConverter() },
    };

    /// <summary>The digest of a command with its defaults filled in and its sets sorted.</summary>
    public async ValueTask<string> OfAsync<TCommand>(TenantId tenant, TCommand canonical)
    {
        try
        {
            var key = await keys.GetAsync(tenant);
            return key.Digest(JsonSerializer.SerializeToUtf8Bytes(canonical, Canonical));
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"The tenant's key could not be read: {trouble.Message}");
        }
    }

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToUniversalTime());
    }

    private sealed class AmountConverter : JsonConverter<decimal>
    {
        // Dividing by one with all its places drops the zeros a decimal remembers.
        private const decimal OneInFull = 1.0000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / OneInFull);
    }
}
