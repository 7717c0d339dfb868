using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using SupplyChain.Imports;

namespace SupplyChain.Host.Remote;

/// <summary><c>supplychain import</c>: sends a file to a running node and reports what became of it.</summary>
internal static class ImportVerb
{
    public static Command Create(Option<bool> json)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file, gzip or not." }.AcceptExistingOnly();
        var profile = new Option<string>("--profile")
        {
            Description = "How the file is to be read, for example scms.",
            HelpName = "NAME",
            Required = true,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only report; write nothing." };
        var charset = Charset();
        var node = new NodeOption();
        var verb = new Command("import", "Import a file into a running node.") { file, profile, dryRun, charset };
        node.AddTo(verb);
        verb.SetAction(async (line, cancellationToken) =>
        {
            var terminal = new Terminal(line.GetValue(json));
            using var api = node.Open(line);
            var path = line.GetRequiredValue(file).FullName;
            var target = $"imports?profile={Uri.EscapeDataString(line.GetRequiredValue(profile))}"
                + (line.GetValue(dryRun) ? "&dryRun=true" : "");
            var report = await terminal.FollowAsync(
                $"Importing {Path.GetFileName(path)}",
                async tell =>
                {
                    var begun = await UploadAsync(api, path, line.GetValue(charset), target, cancellationToken);
                    return await ImportFollower.FollowAsync(api, begun, tell, cancellationToken);
                });
            terminal.Answer(report.Json, ForPeople(report.Value));
            return report.Value is { Status: ImportStatus.Completed, Refused: 0 } ? ExitCode.Ok : ExitCode.Failed;
        });
        return verb;
    }

    private static Option<string> Charset()
    {
        var charset = new Option<string>("--charset")
        {
            Description = "The file's encoding, for example windows-1252; goes before what the profile says.",
            HelpName = "NAME",
        };
        charset.Validators.Add(said =>
        {
            if (said.GetValueOrDefault<string>() is { } name && TextEncoding.Find(name) is null)
                said.AddError($"--charset '{name}' is not known; {TextEncoding.Examples}.");
        });
        return charset;
    }

    private static async Task<NodeApi.Answer<ImportReport>> UploadAsync(
        NodeApi api, string path, string? charset, string target, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        using var body = new StreamContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue(
            path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? "application/gzip" : "text/csv")
        {
            CharSet = charset,
        };
        try
        {
            return await api.PostAsync<ImportReport>(target, body, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw api.Unreachable(failure);
        }
    }

    private static IEnumerable<string> ForPeople(ImportReport report)
    {
        yield return $"Import {report.Id} with profile {report.Profile}"
            + $"{(report.DryRun ? " (dry run)" : "")}: {report.Status.ToString().ToLowerInvariant()}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"rows {report.Rows}, imported {report.Imported}, unchanged {report.Unchanged}, refused {report.Refused}, "
            + $"warnings {report.Warnings}, events written {report.EventsWritten}");
        foreach (var finding in report.Errors)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"row {finding.Row}{(finding.Column.Length > 0 ? $", {finding.Column}" : "")}: "
                + $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code}: {finding.Message}");
        }
    }
}
