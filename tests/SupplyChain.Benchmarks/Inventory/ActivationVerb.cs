using System.CommandLine;

namespace SupplyChain.Inventory;

/// <summary><c>activation</c>: how long an actor with a long history takes to wake up.</summary>
internal static class ActivationVerb
{
    public static Command Create(Option<bool> json)
    {
        var events = new Option<int>("--events")
        {
            Description = "Events in the stream.", DefaultValueFactory = _ => 100_000,
        };
        var runs = new Option<int>("--runs")
        {
            Description = "How often each is measured; the median is printed.", DefaultValueFactory = _ => 9,
        };
        var verb = new Command("activation", "How long an actor with a long history takes to wake up.")
        {
            events, runs,
        };
        verb.SetAction(async given =>
        {
            var directory = Directory.CreateTempSubdirectory("supplychain-activation-");
            try
            {
                var activation = new Activation(directory.FullName, given.GetValue(events), given.GetValue(runs));
                (await activation.MeasureAsync()).Print(given.GetValue(json));
            }
            finally
            {
                directory.Delete(recursive: true);
            }
        });
        return verb;
    }
}
