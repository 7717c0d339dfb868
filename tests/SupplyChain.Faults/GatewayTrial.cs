using System.Globalization;
using FluentAssertions;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain;

/// <summary>A program with the SDK whose connections to the gateways of the cluster break.</summary>
public sealed class GatewayTrial(OneServer server, ITestOutputHelper output)
{
    private const int Clients = 16;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    [Fact(Explicit = true)]
    public async Task The_client_is_cut_from_a_gateway_and_then_hears_nothing_from_the_other()
    {
        await using var trial = await Trial.BeginAsync("client cut from gateways", server, output);
        var (first, second) = (trial.Fleet.Start(), trial.Fleet.Start());
        await using var one = new TcpProxy(GatewayPort(first));
        await using var other = new TcpProxy(GatewayPort(second));
        await trial.Fleet.JoinAsync(Behind(one, first));
        await trial.Fleet.JoinAsync(Behind(other, second));
        await trial.PrepareAsync();
        await using var client = await TrialSteps.ConnectAsync(trial.Postgres);
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(i => PlaceAsync(client, trial, i, stop.Token)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(3));
        one.Cut();
        await Task.Delay(TimeSpan.FromSeconds(8));
        one.Mend();
        await Task.Delay(TimeSpan.FromSeconds(3));
        other.Swallow();
        await Task.Delay(TimeSpan.FromSeconds(8));
        other.Mend();
        await Task.Delay(TimeSpan.FromSeconds(3));
        await stop.CancelAsync();
        var calls = (await Task.WhenAll(clients)).SelectMany(some => some).ToList();
        trial.Notebook.Orders.Should().NotBeEmpty();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{calls.Count} calls, {calls.Count(call => !call.Answered)} without an answer, the slowest took "
            + $"{calls.Max(call => call.Took).TotalSeconds:0.0} s"));
        calls.Should().OnlyContain(call => call.Took < AtMost);
        await trial.JudgeAsync();
    }

    private static async Task<List<(TimeSpan Took, bool Answered)>> PlaceAsync(
        SupplyChainClient client, Trial trial, int index, CancellationToken stop)
    {
        var calls = new List<(TimeSpan, bool)>();
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"O-{index}-{i}");
            var began = TimeProvider.System.GetTimestamp();
            var order = new PlaceOrder(
                "C-1", new ShipTo("DE", 48.1, 11.6), [new PlaceOrderLine(1, $"SKU-{index % 8}", 1)]);
            try
            {
                var reply = await client.Orders.PlaceAsync(number, order, CancellationToken.None);
                calls.Add((TimeProvider.System.GetElapsedTime(began), true));
                reply.Status.Should().BeOneOf(ReplyStatus.Done, ReplyStatus.Created, ReplyStatus.Replayed);
                trial.Notebook.Orders[number] = Sent(number, index);
            }
            catch (Exception unable) when (unable is UnavailableException or BusyException)
            {
                calls.Add((TimeProvider.System.GetElapsedTime(began), false));
                trial.Notebook.Unanswered.Add(Sent(number, index));
            }
        }
        return calls;
    }

    /// <summary>The same order as REST has it.</summary>
    private static Operation Sent(string number, int index) =>
        new(Deed.Place, number, $"orders/{number}", NodeHttp.Bytes(new
        {
            customer = "C-1",
            shipTo = new { country = "DE", latitude = 48.1, longitude = 11.6 },
            lines = new[] { new { line = 1, sku = $"SKU-{index % 8}", quantity = 1 } },
        }));

    /// <summary>Clients are told the proxy's port.</summary>
    private static NodeStart Behind(TcpProxy proxy, NodeStart start)
    {
        var options = start.Options.ToArray();
        options[GatewayPortAt(start)] = proxy.Port.ToString(CultureInfo.InvariantCulture);
        return start with { Options = [.. options, "--gateway-listen-port", start.Options[GatewayPortAt(start)]] };
    }

    private static int GatewayPort(NodeStart start) =>
        int.Parse(start.Options[GatewayPortAt(start)], CultureInfo.InvariantCulture);

    private static int GatewayPortAt(NodeStart start) =>
        start.Options.Index().First(option => option.Item == "--gateway-port").Index + 1;
}
