namespace SupplyChain.Imports;

/// <summary>Where imports find their profiles and how much they do at once. Configuration section
/// <c>Imports</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>A folder with profiles (<c>name.json</c>) beside those that come with the product; null for
    /// none.</summary>
    public string? ProfileFolder { get; set; }

    /// <summary>Orders carried out at the same time.</summary>
    public int OrdersInFlight { get; set; } = 64;

    /// <summary>The most data rows a file may have; all of them are held in memory.</summary>
    public int MaxRows { get; set; } = 1_000_000;

    /// <summary>How long one command is tried again before the job stops and is taken up later.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    internal void Check()
    {
        OptionFaults.Refuse(
            OrdersInFlight is < 1 or > 1_000, this, $"Imports:OrdersInFlight {OrdersInFlight} is not from 1 to 1,000.");
        OptionFaults.Refuse(MaxRows < 1, this, $"Imports:MaxRows {MaxRows} is not 1 or more.");
        OptionFaults.Refuse(Patience <= TimeSpan.Zero, this, $"Imports:Patience {Patience} is not more than 0.");
    }
}
