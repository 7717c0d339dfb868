namespace SupplyChain.Shipments;

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
