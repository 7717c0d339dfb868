namespace SupplyChain.Network;

/// <summary>Closes a warehouse. Closing a closed one changes nothing.</summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("close-warehouse")]
public sealed record CloseWarehouse([property: Id(0)] string Reason);

/// <summary>Opens a closed warehouse again. Nothing moves back.</summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("open-warehouse")]
public sealed record OpenWarehouse([property: Id(0)] string Reason);

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
