using CsCheck;
using Xunit;

namespace SupplyChain.Orders;

public sealed class OrderProperties
{
    private static readonly Gen<OrderPolicy> Policies = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[0, 2],
        (complete, split, backorder, most) => new OrderPolicy(complete, split, backorder, most == 0 ? null : most));

    [Fact]
    public void Whatever_happens_every_unit_is_accounted_for() =>
        Gen.Select(Gen.Int[0, int.MaxValue - 1], Policies, Gen.Int[0, 11].Array[1, 25]).Sample(
            (seed, policy, commands) =>
            {
                var world = new OrderWorld(seed, policy);
                foreach (var command in commands)
                {
                    world.Command(command);
                }
            },
            iter: 300);
}
