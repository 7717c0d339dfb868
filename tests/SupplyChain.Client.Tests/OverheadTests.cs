using System.Diagnostics;
using System.Globalization;
using SupplyChain.Access;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>What a call costs more through the SDK than an actor's method called by hand.</summary>
public sealed class OverheadTests(ITestOutputHelper output)
{
    private const int Rounds = 40;
    private const int CallsOfARound = 2_000;
    private const double MostMicroseconds = 15;

    [Fact(Explicit = true)]
    public async Task A_call_through_the_SDK_costs_few_microseconds_more_than_a_bare_one()
    {
        await using var chain = await SupplyChainTestChain.StartAsync();
        var session = new AccessSession(chain.Actors, null, TimeProvider.System);
        var calls = new Calls(new(), new(), new CallChannel(chain.Actors, TimeProvider.System, session)
        {
            Window = new CallWindow(TimeProvider.System),
        });
        var sdk = new OrdersClient(calls);
        var order = chain.Actors.GetGrain<IOrderGrain>(GrainKey.Of("demo", "O-1"));
        var (bare, through) = (new List<double>(), new List<double>());

        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(await MicrosecondsAsync(() => order.Get()));
            through.Add(await MicrosecondsAsync(() => sdk.GetAsync("O-1")));
        }

        var (bareMedian, throughMedian) = (Median(bare), Median(through));
        var more = throughMedian - bareMedian;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"bare {bareMedian:0.0} µs, through the SDK {throughMedian:0.0} µs: {more:0.0} µs more"));
        more.Should().BeLessThan(MostMicroseconds);
    }

    private static async Task<double> MicrosecondsAsync(Func<Task<OrderDetails?>> call)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var made = 0; made < CallsOfARound; made++)
            await call();
        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds / CallsOfARound;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
