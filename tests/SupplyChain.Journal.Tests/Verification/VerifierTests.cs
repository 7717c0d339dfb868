using SupplyChain.Journal.ReadModels;
using SupplyChain.Operations;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.Verification;

public sealed class VerifierTests
{
    [Fact]
    public async Task A_world_that_ran_by_the_rules_verifies()
    {
        var world = Worlds.Busy();
        await using var read = await new ReadSide(world.Journal).CaughtUpAsync();

        var report = await read.VerifyAsync(world.Now.AddHours(1));

        report.Violations.Should().BeEmpty();
        report.Ok.Should().BeTrue();
        report.Pending.Should().Be(0);
        report.Events.Should().Be(world.Journal.Rows.Count);
        report.Streams.Should().Be(world.Journal.Rows.Select(row => row.Stream).Distinct().Count());
        report.Checked.Should().Contain(
            ["never-oversell", "conservation", "reservations-match", "shipment-custody", "hash-chain", "read-tables"]);
    }
}
