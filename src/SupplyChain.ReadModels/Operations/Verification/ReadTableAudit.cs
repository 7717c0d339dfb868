using static SupplyChain.Operations.Verification.TableComparison;

namespace SupplyChain.Operations.Verification;

/// <summary>The read tables say the same as the journal at their position, row for row.</summary>
internal sealed class ReadTableAudit(Findings findings, JournalFold fold)
{
    /// <summary>Read tables equal an independent fold.</summary>
    public const string Tables = "read-tables";

    /// <summary>Compares every table.</summary>
    public void Conclude(IReadTables tables)
    {
        var comparison = new TableComparison(findings, tables);
        foreach (var aggregate in AggregateReadModels.All)
        {
            aggregate.Compare(comparison, fold);
        }
        comparison.Compare(
            "due_work", "tenant, kind, id", "work, version",
            fold.Streams.Streams.Where(pair => pair.Value.Work != UnfinishedWork.None).Select(pair => Row(
                [pair.Key.Tenant, pair.Key.Kind, pair.Key.Id], [(int)pair.Value.Work, pair.Value.Version])));
    }
}
