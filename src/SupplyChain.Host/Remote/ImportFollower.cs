using System.Globalization;
using SupplyChain.Imports;

namespace SupplyChain.Host.Remote;

/// <summary>
/// Follows an import until it has ended, also across a restart of the node: a job that was cut off continues by itself.
/// </summary>
internal static class ImportFollower
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>The last report.</summary>
    /// <exception cref="VerbException">The node has not answered for a minute.</exception>
    public static async Task<NodeApi.Answer<ImportReport>> FollowAsync(
        NodeApi api, NodeApi.Answer<ImportReport> report, Action<double?, string> tell,
        CancellationToken cancellationToken)
    {
        while (report.Value.Status is ImportStatus.Queued or ImportStatus.Running)
        {
            await Task.Delay(PollInterval, cancellationToken);
            report = await api.GetPatientlyAsync<ImportReport>($"imports/{report.Value.Id}", tell, cancellationToken);
            Tell(report.Value, tell);
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
