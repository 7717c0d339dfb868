namespace SupplyChain;

/// <summary>How a client connects and behaves.</summary>
public sealed class SupplyChainClientOptions
{
    /// <summary>Whose entities it works on.</summary>
    public TenantId Tenant { get; set; } = "demo";

    /// <summary>
    /// The key (<c>sc_…</c>) it shows; null where none is needed, as in Development. The tenant has to be the key's.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// The gateways of the cluster, each <c>host:port</c>; needed to connect from outside only. Names are looked up
    /// again whenever gateways are looked for, so that a cluster may come back under other addresses.
    /// </summary>
    public IReadOnlyList<string> Gateways { get; set; } = [];

    /// <summary>
    /// How to find the gateways when they are not listed, so that nodes may come and go. The package
    /// <c>SupplyChain.Client.Postgres</c> finds them in the cluster's own table: <c>options.UsePostgres(…)</c>.
    /// </summary>
    public Action<IClientBuilder>? FindGateways { get; set; }

    /// <summary>What it shows to nodes that want to see a certificate; null: they want none.</summary>
    public ClusterCertificate? Certificate { get; set; }

    /// <summary>The cluster's id.</summary>
    public string ClusterId { get; set; } = "supplychain";

    /// <summary>The service's id.</summary>
    public string ServiceId { get; set; } = "supplychain";

    /// <summary>How long connecting may take, its retries included; from 100 ms to 10 min.</summary>
    public TimeSpan ConnectDeadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a call may take, its retries included; from 100 ms to 10 min.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Who asks, as the history of an entity shows it.</summary>
    public string Actor { get; set; } = "sdk";

    /// <summary>How many orders of a bulk are under way at the same time, 1 to 1,000.</summary>
    public int BulkConcurrency { get; set; } = 32;

    /// <summary>What makes no sense; each begins with the member's name. The key's text is in none of them.</summary>
    /// <param name="connects">Whether it connects from outside, so that it needs gateways.</param>
    internal IEnumerable<string> Faults(bool connects)
    {
        if (!Identifier.IsValid(Tenant.Value))
            yield return $"{nameof(Tenant)}: {Identifier.Explain(Tenant.Value, Tenant.Value)}";
        if (Key is not null && !Key.StartsWith("sc_", StringComparison.Ordinal))
            yield return $"{nameof(Key)} is no key: it begins with sc_.";
        if (connects && Gateways.Count == 0 && FindGateways is null)
            yield return $"{nameof(Gateways)} names no gateway (host:port).";
        foreach (var gateway in Gateways.Where(gateway => !NamedGateways.TryRead(gateway, out _, out _)))
            yield return $"{nameof(Gateways)}: '{gateway}' is not host:port.";
        foreach (var (name, value) in ((string, string)[])
            [(nameof(ClusterId), ClusterId), (nameof(ServiceId), ServiceId), (nameof(Actor), Actor)])
        {
            if (string.IsNullOrWhiteSpace(value))
                yield return $"{name} is empty.";
        }
        foreach (var (name, deadline) in ((string, TimeSpan)[])
            [(nameof(ConnectDeadline), ConnectDeadline), (nameof(Deadline), Deadline)])
        {
            if (deadline < TimeSpan.FromMilliseconds(100) || deadline > TimeSpan.FromMinutes(10))
                yield return $"{name} {deadline} is not from 100 ms to 10 min.";
        }
        if (BulkConcurrency is < 1 or > 1_000)
            yield return $"{nameof(BulkConcurrency)} {BulkConcurrency} is not from 1 to 1,000.";
    }

    /// <exception cref="ArgumentException">Something makes no sense.</exception>
    internal void Check(bool connects)
    {
        if (Faults(connects).ToArray() is { Length: > 0 } faults)
            throw new ArgumentException(string.Join(' ', faults));
    }
}
