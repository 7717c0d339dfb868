namespace SupplyChain.Operations;

/// <summary>
/// What a database may hold. A release that adds an event type, changes what a stored event means or has no more use
/// for tables of the one before gives it the next level; that is done only once the database was raised to that level,
/// and then by every node. So a release and the one before it can run side by side, and the older one can come back,
/// until <c>supplychain upgrade</c>.
/// </summary>
public static class FeatureLevel
{
    /// <summary>The level of release 0.1.0, and of databases that were made before there were levels.</summary>
    public const int First = 1;

    /// <summary>
    /// The highest level this release reads and writes. Level 2 brings <c>stock.moved</c>, level 3 a compact form of
    /// <c>order.allocation-proposed</c>, and ends the read tables that nodes below it use.
    /// </summary>
    public const int Newest = 3;
}
