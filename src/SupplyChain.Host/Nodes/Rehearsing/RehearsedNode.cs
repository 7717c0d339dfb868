using System.Net;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Journal.PersonalData;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Journal.Uploads;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Orders;

namespace SupplyChain.Host.Nodes.Rehearsing;

/// <summary>
/// A node that lives inside the process of another for a moment: it logs and measures nothing and heeds no signal.
/// </summary>
/// <param name="Node">What was composed.</param>
/// <param name="Silo">Where others reach its silo.</param>
internal sealed record RehearsedNode(WebApplication Node, IPEndPoint Silo) : IAsyncDisposable
{
    /// <summary>Gives another node the data of this one, which keeps the lists for both.</summary>
    public void ShareData(IServiceCollection services)
    {
        Share<IJournal>();
        Share<IFeatureLevel>();
        Share<JournalMetrics>();
        Share<ISubjectKeys>();
        Share<ITenantKeys>();
        Share<IUploads>();
        Share<SqliteStates>();
        Share<IReadModels>();
        Share<IDueWork>();
        Share<IOrderCounts>();
        Share<IOrderMentions>();
        Share<IClosingQueries>();
        Share<IWarehouseProfiles>();
        Share<IProjection>();
        Share<IVerifier>();

        void Share<T>() where T : class => services.AddSingleton(Node.Services.GetRequiredService<T>());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
