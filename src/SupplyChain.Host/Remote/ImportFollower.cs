using System.Globalization;
using SupplyChain.Imports;

namespace SupplyChain.Host.Remote;

/// <summary>
/// Follows an import until it has ended, also across a restart of the node: a job that was cut off continues by itself.
/// </summary>
internal static class ImportFollower
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The last report.</summary>
    /// <exception cref="VerbException">The node has not answered for a minute.</exception>
    public static async Task<NodeApi.Answer<ImportReport>> FollowAsync(
        NodeApi api, NodeApi.Answer<ImportReport> report, Action<double?, string> tell,
        CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var answered = time.GetTimestamp();
        while (report.Value.Status is ImportStatus.Queued or ImportStatus.Running)
        {
            await Task.Delay(Pause, cancellationToken);
            try
            {
                report = await api.GetAsync<ImportReport>($"imports/{report.Value.Id}", cancellationToken);
                answered = time.GetTimestamp();
                Tell(report.Value, tell);
            }
            catch (HttpRequestException failure)
            {
                if (time.GetElapsedTime(answered) > Patience)
                    throw api.Unreachable(failure);
                tell(null, "the node does not answer; waiting for it");
            }
        }

        return report;
    }

    private static void Tell(ImportReport report, Action<double?, string> tell)
    {
        var done = report.Imported + report.Unchanged + report.Refused;
        tell(
            report.Rows > 0 ? 100.0 * done / report.Rows : null,
            string.Create(CultureInfo.InvariantCulture, $"{done} of {report.Rows} rows"));
    }
}
