namespace SupplyChain.Planner;

/// <summary>Where the drawings are.</summary>
internal static class Icons
{
    /// <summary>The address of a drawing.</summary>
    public static string Of(string name) => $"/_content/SupplyChain.Web/icons.svg#{name}";
}
