using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SupplyChain.Operations;

namespace SupplyChain.Host.Remote;

/// <summary><c>supplychain drain</c>: lets a silo leave the cluster, and waits until it has left.</summary>
internal static class DrainVerb
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    public static Command Create(Option<bool> json)
    {
        var node = new NodeOption();
        var silo = new Argument<string>("SILO") { Description = "The silo's name, as the status shows it." };
        var verb = new Command("drain", "Let a silo finish, hand its actors over, and leave.") { silo };
        node.AddTo(verb);
        verb.SetAction(async (line, cancellationToken) =>
        {
            var name = line.GetRequiredValue(silo);
            var terminal = new Terminal(line.GetValue(json));
            using var api = node.Open(line);
            var left = await terminal.FollowAsync(
                $"Draining {name}", tell => DrainAsync(api, name, tell, cancellationToken));
            terminal.Answer(JsonSerializer.Serialize(new { silo = name, left = left ? true : (bool?)null }),
            [
                left
                    ? $"{name} has left the cluster."
                    : $"{name} was told to leave. The node that was asked answers no more, probably because it was "
                        + "that one: 'supplychain status --url' of another shows whether it has left.",
            ]);
            return left ? ExitCode.Ok : ExitCode.Failed;
        });
        return verb;
    }

    /// <returns>Whether it was seen to leave; a node that leaves itself cannot show it.</returns>
    private static async Task<bool> DrainAsync(
        NodeApi api, string name, Action<double?, string> tell, CancellationToken cancellationToken)
    {
        ClusterStatus status;
        try
        {
            var path = $"silos/{Uri.EscapeDataString(name)}/drain";
            status = (await api.PostAsync<ClusterStatus>(path, null, cancellationToken)).Value;
        }
        catch (HttpRequestException failure)
        {
            throw api.Unreachable(failure);
        }

        var most = 1;
        while (status.Silos.FirstOrDefault(silo => silo.Name == name) is { } leaving)
        {
            most = Math.Max(most, leaving.Actors);
            tell(100.0 * (most - leaving.Actors) / most, string.Create(
                CultureInfo.InvariantCulture, $"{leaving.Status}, {leaving.Actors} actors left"));
            await Task.Delay(PollInterval, cancellationToken);
            try
            {
                status = (await api.GetAsync<ClusterStatus>("status", cancellationToken)).Value;
            }
            catch (HttpRequestException)
            {
                return false;
            }
            catch (NodeApi.NotNow)
            {
                // Asked again.
            }
        }

        return true;
    }
}
