namespace SupplyChain.Bench;

/// <summary>What the nodes are compared with.</summary>
internal enum Against
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>What a user would write in SQL.</summary>
    Sql,
}
