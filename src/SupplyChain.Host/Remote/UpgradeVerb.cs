using System.CommandLine;
using System.Text.Json;
using SupplyChain.Operations;

namespace SupplyChain.Host.Remote;

/// <summary><c>supplychain upgrade</c>: lets a cluster write what older releases cannot read.</summary>
internal static class UpgradeVerb
{
    public static Command Create(Option<bool> json)
    {
        var (node, offline) = (new NodeOption(), new OfflineOptions());
        var verb = new Command("upgrade",
            "Raise the database to this release's feature level, once every node runs it. There is no way back.");
        node.AddTo(verb);
        offline.AddTo(verb, node);
        verb.SetAction(async (line, cancellationToken) =>
        {
            await using var data = await offline.OpenAsync(line, cancellationToken);
            var reply = data is null
                ? await RunningAsync(node.Open(line), cancellationToken)
                : await data.Level.RaiseAsync(FeatureLevel.Newest, cancellationToken);
            if (reply.Trouble(FeatureLevel.Newest) is { } trouble)
                throw new VerbException(trouble);
            new Terminal(line.GetValue(json)).Answer(
                JsonSerializer.Serialize(reply, JsonSerializerOptions.Web), [$"The feature level is {reply.Level}."]);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static async Task<LevelReply> RunningAsync(NodeApi node, CancellationToken cancellationToken)
    {
        using var api = node;
        try
        {
            return (await api.PostAsync<LevelReply>("upgrade", null, cancellationToken)).Value;
        }
        catch (HttpRequestException failure)
        {
            throw api.Unreachable(failure);
        }
    }
}
