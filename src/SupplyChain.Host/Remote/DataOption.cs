using System.CommandLine;

namespace SupplyChain.Host.Remote;

/// <summary>Lets a verb work on a data directory that no node is using.</summary>
internal static class DataOption
{
    public static Option<DirectoryInfo?> Create() => new("--data")
    {
        Description = "Work on the data directory of a node that is not running, instead of asking a running one.",
        HelpName = "DIR",
    };

    /// <summary>A running node or a data directory, not both.</summary>
    public static void Exclude(Command verb, Option<DirectoryInfo?> data, NodeOption node) =>
        verb.Validators.Add(line =>
        {
            if (line.GetResult(data) is not null && line.GetResult(node.Url) is { Implicit: false })
                line.AddError("--data and --url exclude each other.");
        });
}
