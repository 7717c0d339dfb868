namespace SupplyChain.Operations;

/// <summary>What can be done about an exception.</summary>
public static class AttendExceptionValidation
{
    /// <summary>The faulty fields; none when it can be done.</summary>
    public static Items<Fault> Validate(this AttendException command, DateTimeOffset now)
    {
        var faults = new FaultList();
        if (command.Owner is not null)
            faults.RequiredText("owner", command.Owner);
        if (command.Note is not null)
            faults.RequiredText("note", command.Note);
        if (command.SnoozedUntil <= now)
            faults.Add("snoozedUntil", FaultCodes.OutOfRange, "'snoozedUntil' has to be in the future.");
        if (command.Status == ExceptionStatus.Resolved)
            faults.RequiredText("reason", command.Reason);
        else if (command.Reason is not null)
            faults.Add("reason", FaultCodes.Invalid, "'reason' says why it is resolved and goes with that only.");
        if (command.Status is { } status && !Enum.IsDefined(status))
            faults.Add("status", FaultCodes.Invalid, "'status' is Open or Resolved.");
        Exclude("owner", command is { Owner: not null, ClearOwner: true });
        Exclude("snoozedUntil", command is { SnoozedUntil: not null, ClearSnooze: true });
        Exclude("note", command is { Note: not null, ClearNote: true });
        return faults.All;

        void Exclude(string member, bool both)
        {
            if (both)
                faults.Add(member, FaultCodes.Invalid, $"'{member}' cannot be set and cleared at once.");
        }
    }
}
