namespace SupplyChain;

/// <summary>How the web part behaves.</summary>
public sealed class WebOptions
{
    /// <summary>The folder in which the nodes find files to import; it is created when needed.</summary>
    public string ImportFolder { get; set; } = Path.Combine("data", "imports");
}
