using System.CommandLine;
using System.Globalization;
using SupplyChain.Operations;

namespace SupplyChain.Host.Remote;

/// <summary><c>supplychain status</c>: how a running node is.</summary>
internal static class StatusVerb
{
    public static Command Create(Option<bool> json)
    {
        var node = new NodeOption();
        var verb = new Command("status", "Say how a running node is.");
        node.AddTo(verb);
        verb.SetAction(async (line, cancellationToken) =>
        {
            using var api = node.Open(line);
            try
            {
                var status = await api.GetAsync<ClusterStatus>("status", cancellationToken);
                new Terminal(line.GetValue(json)).Answer(status.Json, ForPeople(status.Value));
                return ExitCode.Ok;
            }
            catch (HttpRequestException failure)
            {
                throw api.Unreachable(failure);
            }
        });
        return verb;
    }

    private static IEnumerable<string> ForPeople(ClusterStatus status)
    {
        yield return $"newest event    {status.LastEvent}";
        yield return $"lists show      {status.ProjectedEvent}";
        yield return string.Create(CultureInfo.InvariantCulture, $"lists lag by    {status.LagMs} ms");
        yield return string.Create(CultureInfo.InvariantCulture, $"unfinished work {status.DueWork}");
        if (status.Rebuild is { } percent)
            yield return string.Create(CultureInfo.InvariantCulture, $"lists rebuilt   {percent:0} %");
        if (status.ReadModelsStopped is { } why)
            yield return $"lists stopped   {why}";
        if (status.FeatureLevel > 0)
            yield return $"feature level   {status.FeatureLevel} of {status.NewestFeatureLevel}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"journal         {status.CommitsPerSecond:0.#} commits/s, {status.EventsPerSecond:0.#} events/s");
        foreach (var due in status.Oldest)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"unfinished      {due.Stream} since {due.Since:u}");
        }

        foreach (var silo in status.Silos)
        {
            var kinds = string.Join(", ", silo.Kinds.Select(kind => $"{kind.Kind} {kind.Actors}"));
            var shown = string.Create(
                CultureInfo.InvariantCulture,
                $"silo            {silo.Name} {silo.Status}{In(silo.Region)}, {silo.Actors} actors");
            yield return kinds.Length > 0 ? $"{shown} ({kinds})" : shown;
        }
    }

    private static string In(string? region) => region is null ? "" : $" in {region}";
}
