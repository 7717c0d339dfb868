using SupplyChain.Journal;
using SupplyChain.Operations.Verification;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>
/// What the read side has to know of the demands of one kind of owner. An aggregate that owns demands gives one
/// (<see cref="IAggregateReadModel.Demands"/>); lists, closing and verification put those of all kinds together.
/// </summary>
/// <remarks>
/// The queries name the owner as it is stored (<see cref="DemandOwner.Text"/>), and give its priority and since when it
/// waits as its reservations have them.
/// </remarks>
internal interface IOwnedDemands
{
    /// <summary>
    /// Reserved units of a product: <c>owner, line, customer, priority, units, warehouse, since</c>, for a tenant and a
    /// SKU, in this order.
    /// </summary>
    string Reserved(SqlDialect dialect);

    /// <summary>The same of units that wait; the warehouse is the only one they may come from, or null.</summary>
    string Waiting { get; }

    /// <summary>
    /// The products of owners that leaving a warehouse would change: <c>owner, line, sku, priority, since</c>, of
    /// tenant <c>?1</c> and warehouse <c>?2</c>.
    /// </summary>
    string ToMove { get; }

    /// <summary>Rows while such an owner holds units in a warehouse <c>w</c> of its tenant.</summary>
    string HoldsToMove { get; }

    /// <summary>The owners, when a journal is verified.</summary>
    IEnumerable<StreamId> Owners(JournalFold fold);

    /// <summary>What one of them says of its demands; null when there is no such owner.</summary>
    OwnerFacts? Find(StreamId owner, JournalFold fold);
}
