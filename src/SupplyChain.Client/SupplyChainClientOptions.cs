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

    /// <summary>The gateways of the cluster, each <c>host:port</c>; needed to connect from outside only.</summary>
    public IReadOnlyList<string> Gateways { get; set; } = [];

    /// <summary>
    /// How to find the gateways when they are not listed, for example in the cluster's table with
    /// <c>UseAdoNetClustering</c>, so that nodes may come and go.
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

    /// <summary>How many orders of a bulk are under way at the same time.</summary>
    public int BulkConcurrency { get; set; } = 32;

    internal void Check()
    {
        if (!Identifier.IsValid(Tenant.Value))
            throw new ArgumentException($"{nameof(Tenant)}: {Identifier.Explain(Tenant.Value, Tenant.Value)}");
        Check(nameof(ConnectDeadline), ConnectDeadline);
        Check(nameof(Deadline), Deadline);
        if (BulkConcurrency is < 1 or > 1_000)
            throw new ArgumentException($"{nameof(BulkConcurrency)} {BulkConcurrency} is not from 1 to 1,000.");
    }

    private static void Check(string name, TimeSpan deadline)
    {
        if (deadline < TimeSpan.FromMilliseconds(100) || deadline > TimeSpan.FromMinutes(10))
            throw new ArgumentException($"{name} {deadline} is not from 100 ms to 10 min.");
    }
}
