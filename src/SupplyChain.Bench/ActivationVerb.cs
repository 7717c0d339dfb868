using System.CommandLine;
using System.Text.Json;

namespace SupplyChain.Bench;

/// <summary><c>supplychain bench activation</c>: how long an actor with a long history takes to wake up.</summary>
internal static class ActivationVerb
{
    public static Command Create(Option<bool> json)
    {
        var events = BenchVerb.Number("--events", "Events in the stream.", 100_000, 10_000_000);
        var runs = BenchVerb.Number("--runs", "How often each is measured; the median is told.", 9, 1_000);
        var verb = new Command("activation", "Wake up a stock item with a long history, from a data directory.")
        {
            events, runs,
        };
        verb.SetAction(line => BenchVerb.RunAsync(async stop =>
        {
            var figures = await Activation.MeasureAsync(line.GetValue(events), line.GetValue(runs), stop);
            new Terminal(line.GetValue(json)).Answer(
                JsonSerializer.Serialize(figures, JsonSerializerOptions.Web), figures.ForPeople());
            return ExitCode.Ok;
        }));
        return verb;
    }
}
