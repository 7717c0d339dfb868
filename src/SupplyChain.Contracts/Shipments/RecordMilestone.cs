namespace SupplyChain.Shipments;

/// <summary>A milestone of a shipment. Recording the same again changes nothing.</summary>
/// <param name="Id">The milestone's number within the shipment.</param>
/// <param name="Kind">What it reports.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Location">Where, up to 200 characters.</param>
/// <param name="Note">Up to 200 characters.</param>
/// <param name="Lines">With <see cref="MilestoneKind.Delivered"/>: how much arrived with it of these lines, and nothing
/// of others; none means everything that is left, well. Deliveries add up.</param>
[GenerateSerializer, Immutable, Alias("record-milestone")]
public sealed record RecordMilestone(
    [property: Id(0)] MilestoneId Id,
    [property: Id(1)] MilestoneKind Kind,
    [property: Id(2)] OccurredAt OccurredAt = default,
    [property: Id(3)] string? Location = null,
    [property: Id(4)] string? Note = null,
    [property: Id(5)] Items<DeliveredLine> Lines = default);

/// <summary>How much of a line arrived. All three end the journey of those units.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Delivered">Units that arrived well.</param>
/// <param name="Damaged">Units that arrived damaged.</param>
/// <param name="Refused">Units the customer refused.</param>
[GenerateSerializer, Immutable, Alias("delivered-line")]
public sealed record DeliveredLine(
    [property: Id(0)] int Line,
    [property: Id(1)] long Delivered,
    [property: Id(2)] long Damaged = 0,
    [property: Id(3)] long Refused = 0);

/// <summary>What a milestone may say.</summary>
public static class RecordMilestoneValidation
{
    /// <summary>The faulty fields; none when the milestone makes sense by itself.</summary>
    /// <param name="command">The milestone.</param>
    /// <param name="now">The clock its <c>occurredAt</c> is held against.</param>
    public static Items<Fault> Validate(this RecordMilestone command, DateTimeOffset now)
    {
        var faults = new FaultList();
        if (!Enum.IsDefined(command.Kind))
            faults.Add("kind", FaultCodes.Invalid, "There is no such kind of milestone.");
        faults.OccurredAt(command.OccurredAt, now);
        faults.Text("location", command.Location);
        faults.Text("note", command.Note);
        if (command.Lines.Count == 0)
            return faults.All;
        if (command.Kind != MilestoneKind.Delivered)
            faults.Add("lines", FaultCodes.Invalid, "Only a delivery says how much of a line arrived.");
        faults.Count("lines", command.Lines.Count);
        var seen = new HashSet<int>();
        for (var index = 0; index < command.Lines.Count; index++)
            faults.Line(command.Lines[index], index, seen);
        return faults.All;
    }

    private static void Line(this FaultList faults, DeliveredLine line, int index, HashSet<int> seen)
    {
        faults.Enter("lines", index);
        faults.Line("line", line.Line, seen);
        faults.Range("delivered", line.Delivered, 0, Limits.MaxQuantity);
        faults.Range("damaged", line.Damaged, 0, Limits.MaxQuantity);
        faults.Range("refused", line.Refused, 0, Limits.MaxQuantity);
        faults.Leave();
    }
}
