using System.Runtime.InteropServices;
using SupplyChain.Journal;
using SupplyChain.Orders;

namespace SupplyChain.Tenants;

/// <summary>Adds up what tenants use, by day and of all time, from the rows of the journal.</summary>
internal sealed class UsageSums
{
    /// <summary>The day that stands for all time.</summary>
    public static readonly DateOnly Ever = DateOnly.MinValue;

    private readonly Dictionary<(TenantId Tenant, DateOnly Day), UsageSum> _sums = [];

    /// <summary>What was added up.</summary>
    public IReadOnlyDictionary<(TenantId Tenant, DateOnly Day), UsageSum> All => _sums;

    /// <summary>Adds a row. The first event of an order places it.</summary>
    public void Add(JournaledEvent row)
    {
        var use = new UsageSum(row.Version == 1 && row.Stream.Kind == Order.Kind ? 1 : 0, 1, row.Data.Length);
        Add(row.Stream.Tenant, DateOnly.FromDateTime(row.RecordedAt.UtcDateTime), use);
        Add(row.Stream.Tenant, Ever, use);
    }

    private void Add(TenantId tenant, DateOnly day, UsageSum use)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, (tenant, day), out _);
        sum = new(sum.Orders + use.Orders, sum.Events + use.Events, sum.Bytes + use.Bytes);
    }
}

/// <summary>What a tenant used on a day.</summary>
/// <param name="Orders">New orders.</param>
/// <param name="Events">Events.</param>
/// <param name="Bytes">Bytes of what they say.</param>
internal readonly record struct UsageSum(long Orders, long Events, long Bytes);
