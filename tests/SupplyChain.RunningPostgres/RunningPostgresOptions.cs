namespace SupplyChain;

/// <summary>How a server is to run.</summary>
public sealed record RunningPostgresOptions
{
    /// <summary>The password every client has to give; null trusts everybody on this machine.</summary>
    public string? Password { get; init; }

    /// <summary>The folder in which the server's own folder is made. Somewhere in memory nothing is durable.</summary>
    public string Parent { get; init; } = Path.GetTempPath();

    /// <summary>The most connections at a time.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Further settings of the server, by their names in <c>postgresql.conf</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
