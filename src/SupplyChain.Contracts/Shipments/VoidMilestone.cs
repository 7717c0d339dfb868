namespace SupplyChain.Shipments;

/// <summary>A milestone was reported by mistake: the shipment is then as if it had not been. Repeating it changes
/// nothing.</summary>
/// <param name="Id">The milestone's number within the shipment.</param>
/// <param name="Reason">Why, 1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("void-milestone")]
public sealed record VoidMilestone([property: Id(0)] MilestoneId Id, [property: Id(1)] string Reason);

/// <summary>What the voiding of a milestone may say.</summary>
public static class VoidMilestoneValidation
{
    /// <summary>The faulty fields; none when it makes sense by itself.</summary>
    public static Items<Fault> Validate(this VoidMilestone command)
    {
        var faults = new FaultList();
        faults.RequiredText("reason", command.Reason);
        return faults.All;
    }
}
