using System.CommandLine;
using SupplyChain.Host.Nodes;
using SupplyChain.Operations;

namespace SupplyChain.Host.Remote;

/// <summary><c>supplychain rebuild</c>: builds the read models anew and waits until they are in use.</summary>
internal static class RebuildVerb
{
    private const string Title = "Rebuilding the read models";
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    public static Command Create(Option<bool> json)
    {
        var (node, offline) = (new NodeOption(), new OfflineOptions());
        var verb = new Command("rebuild", "Build the read models anew from the journal.");
        node.AddTo(verb);
        offline.AddTo(verb, node);
        verb.SetAction(async (line, cancellationToken) =>
        {
            var terminal = new Terminal(line.GetValue(json));
            var position = await terminal.FollowAsync(Title, async tell =>
            {
                await using var data = await offline.OpenAsync(line, cancellationToken);
                return data is null
                    ? await RunningAsync(node.Open(line), tell, cancellationToken)
                    : await OfflineAsync(data, tell, cancellationToken);
            });
            terminal.Answer(
                $$"""{"projectedEvent":"{{position}}"}""", [$"The read models are new and show event {position}."]);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static async Task<string> RunningAsync(
        NodeApi node, Action<double?, string> tell, CancellationToken cancellationToken)
    {
        using var api = node;
        try
        {
            var status = (await api.PostAsync<ClusterStatus>("rebuild", null, cancellationToken)).Value;
            while (status.Rebuild is not null)
            {
                tell(status.Rebuild, "");
                await Task.Delay(PollInterval, cancellationToken);
                status = (await api.GetPatientlyAsync<ClusterStatus>("status", tell, cancellationToken)).Value;
            }

            return status.ProjectedEvent;
        }
        catch (HttpRequestException failure)
        {
            throw api.Unreachable(failure);
        }
    }

    private static async Task<string> OfflineAsync(
        OfflineData data, Action<double?, string> tell, CancellationToken cancellationToken)
    {
        var rebuild = data.Projection.RebuildAsync(cancellationToken);
        while (await Task.WhenAny(rebuild, Task.Delay(PollInterval, cancellationToken)) != rebuild)
            tell(data.Projection.RebuildPercent, "");
        await rebuild;
        return data.Projection.Position.ToString();
    }
}
