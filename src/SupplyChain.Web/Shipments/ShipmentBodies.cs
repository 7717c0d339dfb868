namespace SupplyChain.Shipments;

/// <summary>Reads the bodies of requests about shipments.</summary>
internal static class ShipmentBodies
{
    private const string NoReason = "not given";

    private static readonly Dictionary<string, MilestoneKind> Kinds = Enum.GetValues<MilestoneKind>()
        .ToDictionary(kind => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));

    public static RecordMilestone Milestone(BodyReader body, MilestoneId id) => new(
        id,
        Kind(body),
        body.OccurredAt(),
        body.Text("location"),
        body.Text("note"),
        body.List("lines", false, Line) ?? []);

    public static VoidMilestone Void(BodyReader body, MilestoneId id) =>
        new(id, body.Text("reason", required: true) ?? "");

    public static CancelShipment Cancel(BodyReader body) => new(body.Text("reason") ?? NoReason);

    private static MilestoneKind Kind(BodyReader body)
    {
        const string name = "kind";
        if (body.Text(name, required: true) is not { } text)
            return default;
        if (!Kinds.TryGetValue(text, out var kind))
            body.Invalid(name, $"'{name}' is none of {string.Join(", ", Kinds.Keys)}.");
        return kind;
    }

    private static DeliveredLine Line(BodyReader line) => new(
        line.Small("line", required: true) ?? 0,
        line.Whole("delivered", required: true) ?? 0,
        line.Whole("damaged") ?? 0,
        line.Whole("refused") ?? 0);
}
