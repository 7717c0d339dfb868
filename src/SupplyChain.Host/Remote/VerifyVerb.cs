using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SupplyChain.Host.Nodes;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;

namespace SupplyChain.Host.Remote;

/// <summary><c>supplychain verify</c>: checks every invariant.</summary>
internal static class VerifyVerb
{
    private const string Title = "Verifying the journal";
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    public static Command Create(Option<bool> json)
    {
        var (node, offline) = (new NodeOption(), new OfflineOptions());
        var verb = new Command("verify", "Check every invariant; fails when one is violated.");
        node.AddTo(verb);
        offline.AddTo(verb, node);
        verb.SetAction(async (line, cancellationToken) =>
        {
            var terminal = new Terminal(line.GetValue(json));
            var answer = await terminal.FollowAsync(Title, async tell =>
            {
                await using var data = await offline.OpenAsync(line, cancellationToken);
                return data is null
                    ? await RunningAsync(node.Open(line), tell, cancellationToken)
                    : await OfflineAsync(data, tell, cancellationToken);
            });
            terminal.Answer(answer.Json, ForPeople(answer.Value));
            return answer.Value.Ok ? ExitCode.Ok : ExitCode.Failed;
        });
        return verb;
    }

    private static async Task<NodeApi.Answer<VerifyReport>> RunningAsync(
        NodeApi node, Action<double?, string> tell, CancellationToken cancellationToken)
    {
        using var api = node;
        try
        {
            var verifying = api.PostAsync<VerifyReport>("verify", null, cancellationToken);
            while (await Task.WhenAny(verifying, Task.Delay(PollInterval, cancellationToken)) != verifying)
                await LookAsync(api, tell, cancellationToken);
            return await verifying;
        }
        catch (HttpRequestException failure)
        {
            throw api.Unreachable(failure);
        }
    }

    private static async Task LookAsync(
        NodeApi api, Action<double?, string> tell, CancellationToken cancellationToken)
    {
        try
        {
            var progress = (await api.GetAsync<VerifyProgress>("verify", cancellationToken)).Value;
            if (progress.Running)
                Tell(tell, progress.EventsRead, progress.Events);
        }
        catch (Exception passing) when (passing is HttpRequestException or VerbException)
        {
            // Only how far it is stays unknown; the report says what went wrong.
        }
    }

    private static async Task<NodeApi.Answer<VerifyReport>> OfflineAsync(
        OfflineData data, Action<double?, string> tell, CancellationToken cancellationToken)
    {
        var progress = new VerificationProgress();
        var verifying = Task.Run(() => data.VerifyAsync(progress, cancellationToken), cancellationToken);
        while (await Task.WhenAny(verifying, Task.Delay(PollInterval, cancellationToken)) != verifying)
            Tell(tell, progress.EventsRead, progress.Events);
        var report = await verifying;
        return new(JsonSerializer.Serialize(report, JsonSerializerOptions.Web), report);
    }

    private static void Tell(Action<double?, string> tell, long read, long? about) => tell(
        about is { } events ? 100.0 * read / events : null,
        string.Create(CultureInfo.InvariantCulture, $"{read:#,##0}{Of(about)} events"));

    private static string Of(long? about) =>
        about is { } events ? string.Create(CultureInfo.InvariantCulture, $" of {events:#,##0}") : "";

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
