using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupplyChain;

/// <summary>Connects the client of a host in the background, and says in the log how that goes.</summary>
internal sealed partial class ClientConnecting(
    SupplyChainClient client, IOptions<SupplyChainClientOptions> options, ILogger<SupplyChainClient> log)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await client.ReadyAsync(stoppingToken);
                Connected(options.Value.ClusterId);
                return;
            }
            catch (UnavailableException away)
            {
                NotYet(options.Value.ClusterId, away.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Connected to the cluster {ClusterId}.")]
    private partial void Connected(string clusterId);

    [LoggerMessage(LogLevel.Warning, "Not yet connected to the cluster {ClusterId}; it is tried again. {Reason}")]
    private partial void NotYet(string clusterId, string reason);
}
