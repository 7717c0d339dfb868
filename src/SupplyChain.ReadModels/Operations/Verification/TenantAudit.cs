namespace SupplyChain.Operations.Verification;

/// <summary>What an entity refers to exists, and belongs to its own tenant.</summary>
internal sealed class TenantAudit(Findings findings, JournalFold fold)
{
    /// <summary>References stay inside the tenant.</summary>
    public const string Isolation = "tenant-isolation";

    /// <summary>Judges every reference.</summary>
    public void Conclude()
    {
        foreach (var (from, kind, id) in AggregateReadModels.All.SelectMany(aggregate => aggregate.References(fold)))
        {
            if (fold.Streams.Find(from.Tenant, kind, id) is null)
            {
                findings.Violated(Isolation, from, null, $"It refers to {kind}/{id}, which its tenant does not have.");
            }
        }
    }
}
