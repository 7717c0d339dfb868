using SupplyChain.Operations.Verification;
using SupplyChain.Tables;
using static SupplyChain.Operations.Verification.TableComparison;

namespace SupplyChain.Tenants;

/// <summary>
/// Tenants: each silo knows them all, and each is asked itself. What they use is kept of all streams.
/// </summary>
internal sealed class TenantReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => RegisteredTenant.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<ReadTable> Tables { get; } = [new("tenant_usage", "tenant, day, orders, events, bytes")];

    /// <inheritdoc/>
    public void Compare(TableComparison tables, JournalFold fold) => tables.Compare(
        "tenant_usage", "tenant, day", "orders, events, bytes",
        fold.Usage.All.Select(used => Row(
            [used.Key.Tenant, used.Key.Day.DayNumber], [used.Value.Orders, used.Value.Events, used.Value.Bytes])));
}
