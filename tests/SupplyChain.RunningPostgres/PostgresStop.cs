namespace SupplyChain;

/// <summary>How a server is stopped.</summary>
public enum PostgresStop
{
    /// <summary>Clients are cut off, and everything is written out.</summary>
    Fast,

    /// <summary>It stops at once and recovers at the next start.</summary>
    Immediate,
}
