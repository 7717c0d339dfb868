using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Architecture.Wire;

/// <summary>
/// What steers a call travels as the truth that it was in release 0.1, one byte: 01 for false, 03 for true, so that
/// nodes of both read each other. The goldens hold what was true; here is what was false.
/// </summary>
public sealed class SteeringOnTheWireTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSerializer(serializer => serializer.AddAssembly(Layer.Contracts.Assembly))
        .BuildServiceProvider();

    [Fact]
    public void A_settlement_is_written_as_a_truth() => ShouldBeFalseAndTrue(
        new SettleGrants("SO-1", [1], Settlement.TakenOver), new SettleGrants("SO-1", [1], Settlement.GivenBack));

    [Fact]
    public void Whether_a_command_repeats_is_written_as_a_truth() => ShouldBeFalseAndTrue(
        new ReceiveStock("R-1", 0, 1, OccurredAt.Now, Repeat.No),
        new ReceiveStock("R-1", 0, 1, OccurredAt.Now, Repeat.Maybe));

    [Fact]
    public void The_place_of_a_claim_is_written_as_a_truth() => ShouldBeFalseAndTrue(
        new ClaimLine("SO-1", 1, []) { Place = ClaimPlace.First },
        new ClaimLine("SO-1", 1, []) { Place = ClaimPlace.BehindQueue });

    [Fact]
    public void What_is_asked_of_candidates_is_written_as_truths()
    {
        var least = new FindCandidates(null, null, Freshness.AsKnown, CountedStock.FreeForAll);
        ShouldBeFalseAndTrue(least, least with { Freshness = Freshness.Confirmed });
        ShouldBeFalseAndTrue(least, least with { Counted = CountedStock.EvenRationed });
    }

    /// <summary>Closes the serializer.</summary>
    public void Dispose() => _services.Dispose();

    private void ShouldBeFalseAndTrue<T>(T no, T yes) where T : notnull
    {
        var (first, second) = (Bytes(no), Bytes(yes));

        first.Zip(second).Where(pair => pair.First != pair.Second).Should().Equal((1, 3));
        first.Should().HaveSameCount(second);
    }

    private byte[] Bytes(object command) => _services.GetRequiredService<Serializer>().SerializeToArray(command);
}
