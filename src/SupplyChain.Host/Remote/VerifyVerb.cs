using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SupplyChain.Host.Nodes;
using SupplyChain.Operations;

namespace SupplyChain.Host.Remote;

/// <summary><c>supplychain verify</c>: checks every invariant.</summary>
internal static class VerifyVerb
{
    private const string Title = "Verifying the journal";

    public static Command Create(Option<bool> json)
    {
        var (node, offline) = (new NodeOption(), new OfflineOptions());
        var verb = new Command("verify", "Check every invariant; fails when one is violated.");
        node.AddTo(verb);
        offline.AddTo(verb, node);
        verb.SetAction(async (line, cancellationToken) =>
        {
            var terminal = new Terminal(line.GetValue(json));
            var answer = await terminal.FollowAsync(Title, async _ =>
            {
                await using var data = await offline.OpenAsync(line, cancellationToken);
                return data is null
                    ? await RunningAsync(node.Open(line), cancellationToken)
                    : await OfflineAsync(data, cancellationToken);
            });
            terminal.Answer(answer.Json, ForPeople(answer.Value));
            return answer.Value.Ok ? ExitCode.Ok : ExitCode.Failed;
        });
        return verb;
    }

    private static async Task<NodeApi.Answer<VerifyReport>> RunningAsync(
        NodeApi node, CancellationToken cancellationToken)
    {
        using var api = node;
        try
        {
            return await api.PostAsync<VerifyReport>("verify", null, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw api.Unreachable(failure);
        }
    }

    private static async Task<NodeApi.Answer<VerifyReport>> OfflineAsync(
        OfflineData data, CancellationToken cancellationToken)
    {
        var report = await data.VerifyAsync(cancellationToken);
        return new(JsonSerializer.Serialize(report, JsonSerializerOptions.Web), report);
    }

    private static IEnumerable<string> ForPeople(VerifyReport report)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{(report.Ok ? "OK" : "NOT OK")}: {report.Events} events in {report.Streams} streams, "
            + $"{report.Violations.Count} violations, {report.Pending} pending.");
        yield return $"Checked: {string.Join(", ", report.Checked)}.";
        foreach (var violation in report.Violations)
            yield return $"{violation.Invariant}: {violation.Stream}{At(violation.Version)}: {violation.Message}";
    }

    private static string At(long? version) =>
        version is { } known ? string.Create(CultureInfo.InvariantCulture, $" version {known}") : "";
}
