using System.CommandLine;
using System.CommandLine.Parsing;
using SupplyChain.Bench;
using SupplyChain.Host.Nodes;
using SupplyChain.Host.Remote;

namespace SupplyChain.Host;

/// <summary>The verbs, and what is said of a command line that makes no sense.</summary>
internal static class CommandLine
{
    /// <summary>Every verb with its options.</summary>
    public static RootCommand Create()
    {
        var json = new Option<bool>("--json") { Description = "Answer in JSON on standard output.", Recursive = true };
        return new("SupplyChain keeps the orders, stock and shipments of a network of warehouses.")
        {
            json,
            UpVerb.Create(json),
            ImportVerb.Create(json),
            ExportVerb.Create(json),
            StatusVerb.Create(json),
            DrainVerb.Create(json),
            VerifyVerb.Create(json),
            RebuildVerb.Create(json),
            UpgradeVerb.Create(json),
            RepackVerb.Create(json),
            KeysVerb.Create(json),
            TenantsVerb.Create(json),
            BenchVerb.Create(json),
        };
    }

    /// <summary>Reads a command line; no word of it names a file with more of them.</summary>
    public static ParseResult Read(IReadOnlyList<string> args) =>
        Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>What is wrong, in one line.</summary>
    public static string Complaint(ParseResult line)
    {
        var verb = line.CommandResult.Command;
        var named = string.Join(' ', verb.Parents.OfType<Command>().Take(1).Append(verb)
            .Select(command => command is RootCommand ? "supplychain" : command.Name).Distinct());
        if (line.UnmatchedTokens is [var unknown, ..])
        {
            if (Before(line, unknown) is { } flag)
                return OneLine($"{flag} takes true or false, not '{unknown}'.");
            var kind = unknown.StartsWith('-') ? "option" : verb.Subcommands.Count > 0 ? "verb" : "argument";
            return OneLine($"'{unknown}' is no {kind} of '{named}'; '{named} --help' tells what there is.");
        }

        if (verb.Subcommands.Count > 0)
            return $"'{named}' needs one of {string.Join(", ", verb.Subcommands.Select(sub => sub.Name))}.";
        return OneLine(string.Join(' ', line.Errors.Select(Said).Distinct()));
    }

    /// <summary>A text without anything that would begin another line.</summary>
    public static string OneLine(string text) => string.Join(
        ' ', text.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The option that is true or false behind which something else stands.</summary>
    private static string? Before(ParseResult line, string unknown)
    {
        var at = line.Tokens.ToList().FindIndex(token => token.Value == unknown);
        return at < 1 ? null : line.CommandResult.Command.Options.Concat(line.RootCommandResult.Command.Options)
            .Where(option => option.ValueType == typeof(bool)).Select(option => option.Name)
            .FirstOrDefault(name => name == line.Tokens[at - 1].Value);
    }

    private static string Said(ParseError error)
    {
        var (name, takes) = error.SymbolResult switch
        {
            OptionResult { Option: var option } => (option.Name, option.HelpName),
            ArgumentResult { Parent: OptionResult { Option: var option } } => (option.Name, option.HelpName),
            ArgumentResult { Argument: var argument } => (argument.Name, null),
            _ => ("", null),
        };
        return error.SymbolResult switch
        {
            OptionResult { Option: var option, Implicit: false, Tokens.Count: 0 } when takes is not null =>
                $"{option.Name} needs a value: {takes}.",
            _ => error.Message.Contains(name, StringComparison.Ordinal) ? error.Message : $"{name}: {error.Message}",
        };
    }
}
