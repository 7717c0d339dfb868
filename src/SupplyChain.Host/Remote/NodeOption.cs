using System.CommandLine;

namespace SupplyChain.Host.Remote;

/// <summary>Which running node a verb talks to.</summary>
internal sealed class NodeOption
{
    /// <summary>The node's address.</summary>
    public Option<Uri> Url { get; } = new Option<Uri>("--url")
    {
        Description = "The running node.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080"),
    }.TakesUrl();

    /// <summary>The key of the caller.</summary>
    public Option<string?> Key { get; } = new Option<string?>("--key")
    {
        Description = "The key to show, for a node that wants one.",
        HelpName = "KEY",
    }.Takes<string?>("a key of printable characters without spaces", IsKey, secret: true);

    /// <summary>Makes a verb take the options.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(Url);
        verb.Add(Key);
    }

    /// <summary>The node of a command line.</summary>
    public NodeApi Open(ParseResult line) => new(line.GetRequiredValue(Url), line.GetValue(Key));

    /// <summary>It travels in a header.</summary>
    private static bool IsKey(string text, out string? value)
    {
        value = text;
        return text.Length > 0 && text.All(letter => letter is > ' ' and <= '~');
    }
}
