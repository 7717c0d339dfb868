using System.CommandLine;

namespace SupplyChain.Host.Remote;

/// <summary>Which running node a verb talks to.</summary>
internal sealed class NodeOption
{
    /// <summary>The node's address.</summary>
    public Option<Uri> Url { get; } = new("--url")
    {
        Description = "The running node.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080"),
        CustomParser = given =>
        {
            if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                return url;
            given.AddError($"--url: '{given.Tokens[0].Value}' is not of the form http://127.0.0.1:8080.");
            return null;
        },
    };

    /// <summary>The key of the caller.</summary>
    public Option<string?> Key { get; } = new("--key")
    {
        Description = "The operator key, for a node that has one.",
        HelpName = "KEY",
    };

    /// <summary>Makes a verb take the options.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(Url);
        verb.Add(Key);
    }

    /// <summary>The node of a command line.</summary>
    public NodeApi Open(ParseResult line) => new(line.GetRequiredValue(Url), line.GetValue(Key));
}
