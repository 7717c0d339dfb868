using System.CommandLine;
using SupplyChain;

// Looks at a running node's pages as browsers would, without a browser, and says what that costs. Judges nothing.
var urls = new Option<Uri>("--urls")
{
    Description = "The node's address.",
    Required = true,
    CustomParser = said =>
    {
        if (Uri.TryCreate(said.Tokens[0].Value, UriKind.Absolute, out var node)
            && node.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            return node;
        }
        said.AddError("--urls: an address like http://127.0.0.1:8080.");
        return null;
    },
};
var viewers = Number("--viewers", "Tabs that look at the same time.", 1);
var pages = new Option<string>("--pages")
{
    Description = "Their pages, comma separated; the first viewer takes the first, and so on.",
    DefaultValueFactory = _ => "/",
};
var duration = Number("--duration", "Seconds that are measured, once all look.", 60);
var warmup = Number("--warmup", "Seconds before, once all look.", 10);
var pid = new Option<int?>("--pid") { Description = "The node's process, to tell its share of a core." };

var verb = new RootCommand("Opens pages of a running node as browsers would, and says what comes and what it costs.")
{
    urls, viewers, pages, duration, warmup, pid,
};
verb.SetAction((line, stop) => new Watching(
    line.GetRequiredValue(urls),
    line.GetValue(viewers),
    line.GetRequiredValue(pages).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    TimeSpan.FromSeconds(line.GetValue(warmup)),
    TimeSpan.FromSeconds(line.GetValue(duration)),
    line.GetValue(pid)).RunAsync(stop));
return await verb.Parse(args).InvokeAsync();

static Option<int> Number(string name, string description, int otherwise) =>
    new(name) { Description = description, DefaultValueFactory = _ => otherwise };
