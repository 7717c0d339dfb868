namespace SupplyChain.Network;

/// <summary>What closing and opening a warehouse may say.</summary>
public static class WarehouseStatusValidation
{
    /// <summary>The faulty fields; none when the command makes sense by itself.</summary>
    public static Items<Fault> Validate(this CloseWarehouse command) => Reason(command.Reason);

    /// <summary>The faulty fields; none when the command makes sense by itself.</summary>
    public static Items<Fault> Validate(this OpenWarehouse command) => Reason(command.Reason);

    private static Items<Fault> Reason(string reason)
    {
        var faults = new FaultList();
        faults.RequiredText("reason", reason);
        return faults.All;
    }
}
