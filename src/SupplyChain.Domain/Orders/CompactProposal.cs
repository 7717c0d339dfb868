using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>
/// How a proposal is stored: the warehouses that its lines name stand in it once, with what is the same for every line,
/// and lines refer to them by their place. Enums are their numbers, which never change. What is null, empty or what the
/// warehouse says already is left out, at the end of a list too.
/// <code>
/// { "method": 1,
///   "candidates": [[warehouse, band, distanceKm, arrival], [warehouse without figures]],
///   "units": [{ "line", "attempt", "sku", "quantity", "from": candidate, "arrival": unless it is the candidate's,
///     "rule", "equal": [], "available", "costUsd",
///     "rejected": [[candidate, reason, lostAt, available, costUsd]], "others": [[reason, count]] }] }
/// </code>
/// </summary>
internal sealed class CompactProposal : JsonConverter<OrderEvent.AllocationProposed>
{
    /// <summary>What its members are called.</summary>
    internal static class Names
    {
        public static readonly JsonEncodedText Method = Of("method");
        public static readonly JsonEncodedText Candidates = Of("candidates");
        public static readonly JsonEncodedText Units = Of("units");
        public static readonly JsonEncodedText Line = Of("line");
        public static readonly JsonEncodedText Attempt = Of("attempt");
        public static readonly JsonEncodedText Sku = Of("sku");
        public static readonly JsonEncodedText Quantity = Of("quantity");
        public static readonly JsonEncodedText From = Of("from");
        public static readonly JsonEncodedText Arrival = Of("arrival");
        public static readonly JsonEncodedText Rule = Of("rule");
        public static readonly JsonEncodedText Equal = Of("equal");
        public static readonly JsonEncodedText Available = Of("available");
        public static readonly JsonEncodedText CostUsd = Of("costUsd");
        public static readonly JsonEncodedText Rejected = Of("rejected");
        public static readonly JsonEncodedText Others = Of("others");

        private static JsonEncodedText Of(string name) => JsonEncodedText.Encode(name);
    }

    /// <inheritdoc/>
    public override OrderEvent.AllocationProposed Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new CompactProposalReader().Read(ref reader);

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer, OrderEvent.AllocationProposed value, JsonSerializerOptions options)
    {
        using var candidates = new CompactCandidates(value.Units);
        new CompactProposalWriter(writer, candidates).Write(value);
    }
}
