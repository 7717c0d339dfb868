using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace SupplyChain;

/// <summary>A program of an integrator, in whose host the client is registered.</summary>
public sealed class ClientOfAHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("supplychain-host-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task It_starts_before_the_cluster_and_works_again_after_the_whole_cluster_was_away()
    {
        var start = new NodeStart(_data.FullName).OnItsPorts();
        var gateway = start.Options[^1];
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSupplyChainClient(options => options.Gateways = [$"localhost:{gateway}"]);
        builder.Services.AddHealthChecks().AddSupplyChain();
        using var host = builder.Build();
        await host.StartAsync();
        var chain = host.Services.GetRequiredService<SupplyChainClient>();
        (await HealthAsync(host)).Should().Be(HealthStatus.Unhealthy);

        await using (var node = await RunningNode.StartAsync(start))
        {
            (await chain.Inventory.PutProductAsync("SDK-1", new("Lamp"))).Status.Should().Be(ReplyStatus.Created);
            (await HealthAsync(host)).Should().Be(HealthStatus.Healthy);
            node.Kill();
            await node.GoneAsync();
        }
        (await HealthAsync(host)).Should().Be(HealthStatus.Unhealthy);

        await using var again = await RunningNode.StartAsync(start);
        ReplyStatus? status = null;
        var back = await Deadline.WaitAsync(Patience, async () =>
        {
            try
            {
                status = (await chain.Inventory.PutProductAsync("SDK-1", new("Lamp"))).Status;
                return true;
            }
            catch (UnavailableException)
            {
                return false;
            }
        });

        back.Should().NotBeNull("it connects again by itself");
        status.Should().Be(ReplyStatus.Replayed);
        (await HealthAsync(host)).Should().Be(HealthStatus.Healthy);
        await host.StopAsync();
    }

    private static async Task<HealthStatus> HealthAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;
}
