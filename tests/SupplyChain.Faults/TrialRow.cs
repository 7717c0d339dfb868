using System.Globalization;
using System.Text.Json;

namespace SupplyChain;

/// <summary>What one trial measured: a row of a table, or a line of JSON.</summary>
internal sealed record TrialRow(
    string Trial, int Seed, int PerSecond, double Seconds, int Requests, int Errors, int Retried, double LongestGapMs,
    double P50Ms, double P99Ms, double SlowestMs, int Lost, int Duplicated, int Stale, int Events, double QuietAfterMs,
    IReadOnlyDictionary<string, string> Notes)
{
    private const string JsonFile = "SUPPLYCHAIN_FAULTS_JSON";

    /// <summary>The table's head.</summary>
    public const string Head =
        "trial                                | req   | errors | retried | gap s | p50 ms | p99 ms | max ms | lost "
        + "| doubled | stale | quiet s | notes";

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Trial,-36} | {Requests,5} | {Errors,6} | {Retried,7} | {LongestGapMs / 1000,5:0.0} | {P50Ms,6:0} "
        + $"| {P99Ms,6:0} | {SlowestMs,6:0} | {Lost,4} | {Duplicated,7} | {Stale,5} | {QuietAfterMs / 1000,7:0.0} "
        + $"| {string.Join(", ", Notes.Select(note => $"{note.Key} {note.Value}"))} (seed {Seed}, {PerSecond}/s)");

    /// <summary>Appends it as a line of JSON to the file that was asked for, if one was.</summary>
    public async Task WriteAsync()
    {
        if (Environment.GetEnvironmentVariable(JsonFile) is { Length: > 0 } file)
            await File.AppendAllLinesAsync(file, [JsonSerializer.Serialize(this, NodeHttp.Json)]);
    }
}
