using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace SupplyChain.Host.Remote;

/// <summary><c>supplychain export</c>: everything of the tenant in a file.</summary>
internal static class ExportVerb
{
    private const string Title = "Exporting";

    public static Command Create(Option<bool> json)
    {
        var file = new Argument<string>("FILE") { Description = "The ZIP to write; it must not be there yet." };
        var node = new NodeOption();
        var verb = new Command("export", "Write everything of the tenant to a ZIP: events, lists, views.") { file };
        node.AddTo(verb);
        verb.SetAction(async (line, cancellationToken) =>
        {
            var terminal = new Terminal(line.GetValue(json));
            using var api = node.Open(line);
            var export = await WriteAsync(terminal, api, line.GetRequiredValue(file), cancellationToken);
            terminal.Answer(JsonSerializer.Serialize(export, JsonSerializerOptions.Web), ForPeople(export));
            return ExitCode.Ok;
        });
        return verb;
    }

    /// <summary>The file gets its name when it is whole: one that was cut off is deleted.</summary>
    private static async Task<ReceivedExport> WriteAsync(
        Terminal terminal, NodeApi api, string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        var partial = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            if (File.Exists(path))
                throw new VerbException($"'{file}' is there already; name another file.");
            await terminal.FollowAsync(
                Title,
                tell => api.DownloadAsync(
                    "export", partial, bytes => tell(null, $"{bytes / 1_000_000:#,##0} MB"), cancellationToken));
            var export = await ReceivedExport.CheckAsync(partial, cancellationToken);
            File.Move(partial, path);
            return export;
        }
        catch (HttpRequestException failure)
        {
            throw api.Unreachable(failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new VerbException($"'{file}' could not be written: {failure.Message}", inner: failure);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static IEnumerable<string> ForPeople(ReceivedExport export)
    {
        foreach (var file in export.Files)
            yield return string.Create(CultureInfo.InvariantCulture, $"{file.Name,-20} {file.Lines,12:#,##0} lines");
        yield return $"Everything of the tenant {export.Tenant} up to position {export.Until}.";
    }
}
