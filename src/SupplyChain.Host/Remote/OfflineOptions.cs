using System.CommandLine;
using System.CommandLine.Parsing;
using SupplyChain.Host.Nodes;

namespace SupplyChain.Host.Remote;

/// <summary>Lets a verb work on what nodes keep while none of them runs, instead of asking one.</summary>
internal sealed class OfflineOptions
{
    private const string Variable = "SUPPLYCHAIN_ConnectionStrings__SupplyChain";

    private readonly Option<DirectoryInfo?> _data = new Option<DirectoryInfo?>("--data")
    {
        Description = "Work on the data directory of a node that is not running, instead of asking a running one.",
        HelpName = "DIR",
    }.TakesDirectory();

    private readonly Option<string?> _postgres = new Option<string?>("--postgres")
    {
        Description =
            $"Work on a cluster's database, instead of asking a node; without CONNECTION the one of {Variable}.",
        HelpName = "CONNECTION",
        Arity = ArgumentArity.ZeroOrOne,
    }.TakesConnection();

    /// <summary>Makes a verb take the options: a running node, a directory, or a database.</summary>
    public void AddTo(Command verb, NodeOption node)
    {
        verb.Add(_data);
        verb.Add(_postgres);
        verb.Rule(line =>
        {
            string[] given =
            [
                .. line.GetResult(node.Url) is { Implicit: false } ? ["--url"] : Array.Empty<string>(),
                .. line.GetResult(_data) is not null ? ["--data"] : Array.Empty<string>(),
                .. line.GetResult(_postgres) is not null ? ["--postgres"] : Array.Empty<string>(),
            ];
            if (given.Length > 1)
                line.AddError($"{string.Join(" and ", given)} exclude each other.");
            if (line.GetResult(_postgres) is not null)
                DemandConnection(line);
        });
    }

    /// <summary>Makes a verb work on a cluster's database, and on nothing else.</summary>
    public void AddDatabaseTo(Command verb)
    {
        verb.Add(_postgres);
        verb.Rule(DemandConnection);
    }

    /// <summary>How to connect to the database that the command line or the environment names.</summary>
    public string Connection(ParseResult line) => (line.GetValue(_postgres) ?? Configured)!;

    /// <summary>Opens what the command line names; null when a running node is to be asked.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="makes">Whether a journal is made where there is none yet.</param>
    /// <exception cref="VerbException">It cannot be used.</exception>
    public async Task<OfflineData?> OpenAsync(
        ParseResult line, CancellationToken cancellationToken, bool makes = false) =>
        line.GetValue(_data) is { } directory
            ? await OfflineData.OpenAsync(directory.FullName, cancellationToken, makes)
        : line.GetResult(_postgres) is not null ? await OfflineData.OpenDatabaseAsync(
            Connection(line), cancellationToken, makes)
        : null;

    private void DemandConnection(CommandResult line)
    {
        if ((line.GetValue(_postgres) ?? Configured) is null)
            line.AddError($"--postgres: no connection was given, here or by {Variable}.");
    }

    private static string? Configured => Settings.ConnectionString("SupplyChain");
}
