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
}
