using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace SupplyChain.Shipments;

/// <summary>A milestone of a shipment. Recording the same again changes nothing.</summary>
[SchemaName("RecordMilestone")]
public sealed record RecordMilestoneBody
{
    private static readonly Dictionary<string, MilestoneKind> Kinds = Enum.GetValues<MilestoneKind>()
        .ToDictionary(kind => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));

    /// <summary>What it reports.</summary>
    [JsonConverter(typeof(CamelCaseEnum<MilestoneKind>))]
    public required MilestoneKind Kind { get; init; }

    /// <summary>When.</summary>
    public OccurredAt OccurredAt { get; init; }

    /// <summary>Where, up to 200 characters.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Location { get; init; }

    /// <summary>Up to 200 characters.</summary>
    [MaxLength(Limits.MaxText)]
    public string? Note { get; init; }

    /// <summary>With <see cref="MilestoneKind.Delivered"/>: how much arrived with it of these lines, and nothing of
    /// others; none means everything that is left, well. Deliveries add up.</summary>
    [MaxLength(Limits.MaxLines)]
    public Items<DeliveredLineBody> Lines { get; init; }

    internal static RecordMilestone Read(BodyReader body, MilestoneId id) => new(
        id,
        ReadKind(body),
        body.OccurredAt(),
        body.Text("location"),
        body.Text("note"),
        body.List("lines", false, DeliveredLineBody.Read) ?? []);

    private static MilestoneKind ReadKind(BodyReader body)
    {
        const string name = "kind";
        if (body.Text(name, required: true) is not { } text)
            return default;
        if (!Kinds.TryGetValue(text, out var kind))
            body.Invalid(name, $"'{name}' is none of {string.Join(", ", Kinds.Keys)}.");
        return kind;
    }
}
