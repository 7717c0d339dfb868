using SupplyChain.Tenants;

namespace SupplyChain.Orders;

/// <summary>What became of one order of a bulk.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Reply">The answer; null when there was none.</param>
/// <param name="Failure">
/// Why there was none; null when there was. <see cref="UnavailableException"/>: no answer in time, and whether
/// it was placed is unknown; <see cref="BusyException"/>: nothing was done; place it again, now or later.
/// <see cref="QuotaExceededException"/>: nothing was done, and placing it again is of no use before its
/// <see cref="QuotaExceededException.EndsAt"/>.
/// </param>
public sealed record BulkRow(OrderId Number, OrderReply? Reply, Exception? Failure = null);
