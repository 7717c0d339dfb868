using System.Diagnostics;
using System.Globalization;
using SupplyChain.Access;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>What a call costs more through the SDK than the method of an actor that is called by its id.</summary>
public sealed class OverheadTests(ITestOutputHelper output)
{
    private const int Rounds = 200;
    private const int CallsOfARound = 400;
    private const double MostMicroseconds = 15;

    [Fact(Explicit = true)]
    public async Task A_call_through_the_SDK_costs_few_microseconds_more_than_a_bare_one()
    {
        await using var chain = await SupplyChainTestChain.StartAsync();
        var session = new AccessSession(chain.Actors, null, TimeProvider.System);
        var calls = new Calls(new(), new(), new CallChannel(chain.Actors, TimeProvider.System, session)
        {
            Window = new CallWindow(TimeProvider.System, TimeSpan.FromSeconds(8)),
        });
        var sdk = new OrdersClient(calls);
        var held = chain.Actors.GetGrain<IOrderGrain>(GrainKey.Of("demo", "O-1"));
        (string Name, Func<Task<OrderDetails?>> Call, List<double> Took)[] ways =
        [
            ("a held reference", () => held.Get(), []),
            ("by its id", () => chain.Actors.GetGrain<IOrderGrain>(GrainKey.Of("demo", "O-1")).Get(), []),
            ("through the SDK", () => sdk.GetAsync("O-1"), []),
        ];

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var way in ways)
                way.Took.Add(await MicrosecondsAsync(way.Call));
        }

        foreach (var (name, _, took) in ways)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Undisturbed(took):0.0} µs"));
        (Undisturbed(ways[2].Took) - Undisturbed(ways[1].Took)).Should().BeLessThan(MostMicroseconds);
    }

    private static async Task<double> MicrosecondsAsync(Func<Task<OrderDetails?>> call)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var made = 0; made < CallsOfARound; made++)
            await call();
        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds / CallsOfARound;
    }

    /// <summary>A tenth of the rounds are faster: those that other programs disturbed the least.</summary>
    private static double Undisturbed(List<double> values) => values.Order().ElementAt(values.Count / 10);
}
