using SupplyChain.Orders;

namespace SupplyChain.Demo;

/// <summary>
/// What the desk and the customer mean to do with an order. It is drawn from the number, and an amendment has absolute
/// values, so both are the same after a restart.
/// </summary>
/// <param name="ReleaseAt">When its goods are released.</param>
/// <param name="ChangeAt">When the customer changes its mind; null when it does not.</param>
/// <param name="Amendment">What it changes; null when it cancels.</param>
internal sealed record OrderIntent(DateTimeOffset ReleaseAt, DateTimeOffset? ChangeAt, AmendOrder? Amendment)
{
    private const double ShareOfCancelled = 0.03;
    private const double ShareOfAmended = 0.05;

    /// <summary>The intent for an order.</summary>
    public static OrderIntent Of(Seed seed, OrderId number, DateTimeOffset placedAt)
    {
        var chance = seed.For("intent", number.Value);
        var release = placedAt + chance.Hours(0.5, 14);
        var changes = placedAt + chance.Hours(0.5, 20);
        return chance.Fraction() switch
        {
            < ShareOfCancelled => new(release, changes, null),
            < ShareOfCancelled + ShareOfAmended => new(release, changes, Amend(placedAt, chance)),
            _ => new(release, null, null),
        };
    }

    private static AmendOrder Amend(DateTimeOffset placedAt, Chance chance) => chance.Between(1, 3) switch
    {
        1 => new(Priority: chance.Between(1, 2)),
        2 => new(RequestedBy: DateOnly.FromDateTime(placedAt.Date).AddDays(chance.Between(3, 21))),
        _ => new(Lines: [new(1, chance.Between(1, 30))]),
    };
}
