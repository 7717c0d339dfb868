namespace SupplyChain.Shipments;

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
