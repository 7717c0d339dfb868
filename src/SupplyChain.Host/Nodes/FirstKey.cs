using SupplyChain.Access;
using SupplyChain.Journal;

namespace SupplyChain.Host.Nodes;

/// <summary>A node that everybody has to show a key to needs one that can make others.</summary>
internal static class FirstKey
{
    /// <summary>Makes sure that an admin can sign in.</summary>
    /// <exception cref="VerbException">No key of an admin is accepted.</exception>
    public static async Task EnsureAsync(IServiceProvider services, NodeOptions options)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var keys = new KeyRingJournal(
            services.GetRequiredService<IJournal>(), services.GetRequiredService<IFeatureLevel>(), time);
        var now = time.GetUtcNow();
        if ((await keys.ListAsync(NodeOptions.Tenant, CancellationToken.None))
            .Any(key => key.Role == Role.Admin && key.IsUsable(now)))
        {
            return;
        }
        var where = options.Cluster is null ? $"--data {options.Data}" : "--postgres";
        throw new VerbException(
            $"--environment {options.Environment}: every caller has to show a key, and there is none of an admin. "
            + $"Create one: supplychain keys create --role admin --name NAME {where}", ExitCode.BadUsage);
    }
}
