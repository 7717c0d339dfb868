namespace SupplyChain.Access;

/// <summary>
/// The key under which the process's own client is registered beside the plain registration. A website that lets its
/// visitors have clients of their own replaces the plain one, and calls by this one for itself.
/// </summary>
public static class NodeClient
{
    /// <summary>The key of the registration.</summary>
    public const string Name = "node";
}
