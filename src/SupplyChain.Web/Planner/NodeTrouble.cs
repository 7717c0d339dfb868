namespace SupplyChain.Planner;

/// <summary>What pages say while the actors cannot be asked; the next event or a click tries again.</summary>
internal static class NodeTrouble
{
    /// <summary>In a sentence.</summary>
    public const string Said = "The node is not answering now.";

    /// <summary>Whether a failure means that, and nothing else.</summary>
    public static bool Is(Exception failure) =>
        failure is UnavailableException or BusyException or TimeoutException;
}
